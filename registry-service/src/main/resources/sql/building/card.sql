-- purpose: one building of a day with its place and its units by state
-- in: id bigint, asOf date
-- out: id, name, use, status, structure, floors, floors_below, height_m, year_built, address, lon, lat, geometry (GeoJSON, EPSG:4490), grid_code, grid_name, community_code, community_name, estate_id, estate_name, verified_vacant, occupied, unlinked, unvisited
-- plan: point
-- occupancy of: SELECT CAST(:id AS bigint)
SELECT b.id, b.name, b.use, b.status, b.structure, b.floors, b.floors_below, b.height_m::double precision AS height_m, b.year_built,
       a.text AS address, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat,
       ST_AsGeoJSON(b.footprint, 8, 0) AS geometry,
       g.code AS grid_code, g.name AS grid_name, c.code AS community_code, c.name AS community_name,
       t.id AS estate_id, t.name AS estate_name,
       s.verified_vacant, s.occupied, s.unlinked, s.unvisited
FROM building b
LEFT JOIN address a ON a.id = b.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
LEFT JOIN region c ON c.id = b.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
LEFT JOIN LATERAL (
  SELECT g.code, g.name FROM grid g
  WHERE upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
    AND g.geom && b.inside_point AND ST_Covers(g.geom, b.inside_point)
  ORDER BY g.id
  LIMIT 1
) g ON true
LEFT JOIN LATERAL (
  SELECT t.id, t.name FROM estate t
  WHERE upper_inf(t.recorded) AND t.since <= CAST(:asOf AS date) AND t.until > CAST(:asOf AS date)
    AND t.geom && b.inside_point AND ST_Covers(t.geom, b.inside_point)
  ORDER BY t.id
  LIMIT 1
) t ON true
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT') AS verified_vacant,
         count(*) FILTER (WHERE o.state = 'OCCUPIED') AS occupied,
         count(*) FILTER (WHERE o.state = 'UNLINKED') AS unlinked,
         count(*) FILTER (WHERE o.state = 'UNVISITED') AS unvisited
  FROM unit_occupancy o
  WHERE o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
) s
WHERE b.id = CAST(:id AS bigint) AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date)
