-- purpose: remove the entries up to an anchored link
-- in: number bigint
-- out: gone
-- plan: window
SELECT access.forget_events(CAST(:number AS bigint)) AS gone
