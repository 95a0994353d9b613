-- purpose: one region of a day with its area
-- in: code text, asOf date
-- out: id, code, level, name, parent_id, parent_code, parent_name, west, south, east, north, centre_lon, centre_lat, geometry (GeoJSON, EPSG:4490)
-- plan: point
SELECT r.id, r.code, r.level, r.name, p.id AS parent_id, p.code AS parent_code, p.name AS parent_name,
       ST_XMin(r.geom) AS west, ST_YMin(r.geom) AS south, ST_XMax(r.geom) AS east, ST_YMax(r.geom) AS north,
       ST_X(c.centre) AS centre_lon, ST_Y(c.centre) AS centre_lat,
       ST_AsGeoJSON(r.geom, 8, 0) AS geometry
FROM region r
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(r.geom) AS centre OFFSET 0) c
LEFT JOIN region p ON p.id = r.parent_id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
