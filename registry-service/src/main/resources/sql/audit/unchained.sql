-- purpose: the first entry that is neither chained nor waits to be
-- in: nothing
-- out: id (no row: there is none)
-- plan: scan
SELECT e.id FROM access.event e
WHERE NOT EXISTS (SELECT FROM access.event_link l WHERE l.event_id = e.id)
  AND NOT EXISTS (SELECT FROM access.event_waiting w WHERE w.event_id = e.id)
ORDER BY e.id LIMIT 1
