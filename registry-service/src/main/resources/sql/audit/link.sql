-- purpose: chain entries, and let them wait no longer
-- in: numbers bigint[], events bigint[], key int, macs text[] (hex)
-- out: nothing
-- plan: point
WITH linked AS (
  INSERT INTO access.event_link (number, event_id, key, mac)
  SELECT n, e, CAST(:key AS integer), decode(m, 'hex')
  FROM unnest(CAST(:numbers AS bigint[]), CAST(:events AS bigint[]), CAST(:macs AS text[])) x (n, e, m)
  RETURNING event_id
)
DELETE FROM access.event_waiting w USING linked l WHERE w.event_id = l.event_id
