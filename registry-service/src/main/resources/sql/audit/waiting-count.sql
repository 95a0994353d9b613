-- purpose: how many entries are not chained yet
-- in: nothing
-- out: count
-- plan: scan
SELECT count(*) AS count FROM access.event_waiting
