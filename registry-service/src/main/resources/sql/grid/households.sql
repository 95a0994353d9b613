-- purpose: households with a residence running on a day in the units of a grid, a page of them by id
-- in: code text, asOf date, afterId bigint, limit int
-- out: id, members, unit_id, address, floor, room
-- plan: window
WITH page AS MATERIALIZED (
  SELECT r.household_id AS id, min(u.id) AS unit_id, count(DISTINCT r.person_id) AS members
  FROM buildings_of_grid(CAST(:code AS text), CAST(:asOf AS date)) b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  WHERE r.household_id > CAST(:afterId AS bigint)
  GROUP BY r.household_id
  ORDER BY r.household_id
  LIMIT CAST(:limit AS int)
)
SELECT p.id, p.members, p.unit_id, a.text AS address, u.floor, u.room
FROM page p
JOIN unit u ON u.id = p.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
ORDER BY p.id
