-- purpose: buildings of a grid on a day with their units by state, a page of them by id
-- in: code text, asOf date, withoutUnits boolean, afterId bigint, limit int
-- out: id, name, use, floors, address, lon, lat, verified_vacant, occupied, unlinked, unvisited
-- plan: window
-- occupancy of: SELECT id FROM page
WITH page AS MATERIALIZED (
  SELECT b.id, b.name, b.use, b.floors, b.address_id, b.inside_point
  FROM buildings_of_grid(CAST(:code AS text), CAST(:asOf AS date)) b
  WHERE b.id > CAST(:afterId AS bigint)
    AND (NOT CAST(:withoutUnits AS boolean) OR NOT EXISTS (
      SELECT 1 FROM unit u
      WHERE u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)))
  ORDER BY b.id
  LIMIT CAST(:limit AS int)
)
SELECT p.id, p.name, p.use, p.floors, a.text AS address, ST_X(p.inside_point) AS lon, ST_Y(p.inside_point) AS lat,
       s.verified_vacant, s.occupied, s.unlinked, s.unvisited
FROM page p
LEFT JOIN address a ON a.id = p.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT') AS verified_vacant,
         count(*) FILTER (WHERE o.state = 'OCCUPIED') AS occupied,
         count(*) FILTER (WHERE o.state = 'UNLINKED') AS unlinked,
         count(*) FILTER (WHERE o.state = 'UNVISITED') AS unvisited
  FROM unit_occupancy o
  WHERE o.building_id = p.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
) s
ORDER BY p.id
