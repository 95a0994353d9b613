-- purpose: the last link before which every entry's time is over, of the oldest entries of the chain
-- in: limit int (entries looked at)
-- out: number, mac (no row: none is over)
-- plan: window
WITH oldest AS (
  SELECT l.number, l.mac, e.at < now() - (SELECT make_interval(months => value::integer) FROM setting WHERE name = 'audit.keep_months') AS over
  FROM (SELECT number, event_id, mac FROM access.event_link ORDER BY number LIMIT CAST(:limit AS integer)) l
  JOIN access.event e ON e.id = l.event_id
)
SELECT o.number, encode(o.mac, 'hex') AS mac FROM oldest o
WHERE o.number < coalesce((SELECT min(number) FROM oldest WHERE over IS NOT TRUE), (SELECT max(number) + 1 FROM oldest))
ORDER BY o.number DESC LIMIT 1
