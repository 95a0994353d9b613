-- purpose: one building with its place, over the schema plain, which knows one state of the world and no time
SELECT b.id, b.name, b.use, b.status, b.structure, b.floors, b.floors_below, b.height_m::double precision AS height_m, b.year_built,
       a.text AS address, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat,
       ST_AsGeoJSON(b.footprint, 8, 0) AS geometry,
       g.code AS grid_code, g.name AS grid_name, c.code AS community_code, c.name AS community_name,
       t.id AS estate_id, t.name AS estate_name,
       s.verified_vacant, s.occupied, s.unlinked, s.unvisited
FROM building b
LEFT JOIN address a ON a.id = b.address_id
LEFT JOIN region c ON c.id = b.community_id
LEFT JOIN LATERAL (
  SELECT g.code, g.name FROM grid g
  WHERE g.geom && b.inside_point AND ST_Covers(g.geom, b.inside_point)
  ORDER BY g.id
  LIMIT 1
) g ON true
LEFT JOIN LATERAL (
  SELECT t.id, t.name FROM estate t
  WHERE t.geom && b.inside_point AND ST_Covers(t.geom, b.inside_point)
  ORDER BY t.id
  LIMIT 1
) t ON true
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT') AS verified_vacant,
         count(*) FILTER (WHERE o.state = 'OCCUPIED') AS occupied,
         count(*) FILTER (WHERE o.state = 'UNLINKED') AS unlinked,
         count(*) FILTER (WHERE o.state = 'UNVISITED') AS unvisited
  FROM unit_occupancy o
  WHERE o.building_id = b.id
) s
WHERE b.id = CAST(:id AS bigint)
