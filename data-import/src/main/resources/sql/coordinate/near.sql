-- Places of the register in a box, of the things a file of a table may hold too: addresses stand at buildings.
-- in: table, west, south, east, north (degrees of EPSG:4490), how many at most
-- out: id, lon, lat
-- plan: window
WITH asked AS MATERIALIZED (SELECT ?::text AS of_table, ST_MakeEnvelope(?, ?, ?, ?, 4490) AS box)
SELECT id, ST_X(point) AS lon, ST_Y(point) AS lat
FROM (
  SELECT b.id, b.inside_point AS point
  FROM asked a JOIN register.building b ON upper_inf(b.recorded) AND b.inside_point && a.box
  WHERE a.of_table IN ('building', 'address')
  UNION ALL
  SELECT b.id, b.geom
  FROM asked a JOIN register.address b ON upper_inf(b.recorded) AND b.geom && a.box
  WHERE a.of_table = 'address'
  UNION ALL
  SELECT b.id, ST_PointOnSurface(b.geom)
  FROM asked a JOIN register.estate b ON upper_inf(b.recorded) AND b.geom && a.box
  WHERE a.of_table = 'estate'
  UNION ALL
  SELECT b.id, ST_PointOnSurface(b.geom)
  FROM asked a JOIN register.grid b ON upper_inf(b.recorded) AND b.geom && a.box
  WHERE a.of_table = 'grid'
  UNION ALL
  SELECT b.id, ST_PointOnSurface(b.geom)
  FROM asked a JOIN register.region b ON upper_inf(b.recorded) AND b.geom && a.box
  WHERE a.of_table = 'region'
  UNION ALL
  SELECT b.id, ST_PointOnSurface(b.geom)
  FROM asked a JOIN register.road b ON upper_inf(b.recorded) AND b.geom && a.box
  WHERE a.of_table = 'road'
) near
LIMIT ?
