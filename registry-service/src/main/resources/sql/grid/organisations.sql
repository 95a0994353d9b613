-- purpose: organisations that work in the units of a grid on a day, a page of them by id
-- in: code text, asOf date, afterId bigint, limit int
-- out: id, name, kind, industry, unit_id, address, floor, room
-- plan: window
WITH page AS MATERIALIZED (
  SELECT o.id, o.name, o.kind, o.industry, u.id AS unit_id, u.address_id, u.floor, u.room
  FROM buildings_of_grid(CAST(:code AS text), CAST(:asOf AS date)) b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN organisation o ON o.unit_id = u.id AND upper_inf(o.recorded) AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
  WHERE o.id > CAST(:afterId AS bigint)
  ORDER BY o.id
  LIMIT CAST(:limit AS int)
)
SELECT p.id, p.name, p.kind, p.industry, p.unit_id, a.text AS address, p.floor, p.room
FROM page p
LEFT JOIN address a ON a.id = p.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
ORDER BY p.id
