-- purpose: regions of a day by level and parent, a page of them by code
-- in: asOf date, level text?, parent text?, withGeometry boolean, afterCode text, limit int
-- out: id, code, level, name, parent_id, parent_code, parent_name, west, south, east, north, centre_lon, centre_lat, geometry (GeoJSON, EPSG:4490) or null
-- plan: scan
SELECT r.id, r.code, r.level, r.name, p.id AS parent_id, p.code AS parent_code, p.name AS parent_name,
       ST_XMin(r.geom) AS west, ST_YMin(r.geom) AS south, ST_XMax(r.geom) AS east, ST_YMax(r.geom) AS north,
       ST_X(c.centre) AS centre_lon, ST_Y(c.centre) AS centre_lat,
       CASE WHEN CAST(:withGeometry AS boolean) THEN ST_AsGeoJSON(r.geom, 8, 0) END AS geometry
FROM region r
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(r.geom) AS centre OFFSET 0) c
LEFT JOIN region p ON p.id = r.parent_id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
WHERE upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  AND (CAST(:level AS text) IS NULL OR r.level = CAST(:level AS text))
  AND (CAST(:parent AS text) IS NULL OR p.code = CAST(:parent AS text))
  AND r.code > CAST(:afterCode AS text)
ORDER BY r.code
LIMIT CAST(:limit AS int)
