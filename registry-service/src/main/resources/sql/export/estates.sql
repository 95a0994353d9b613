-- purpose: estates of a day in an area, for a file
-- in: asOf date, shape geometry (EPSG:4490; null: everywhere)
-- out: id, name, aliases, geom bytea (EPSG:4490)
-- plan: scan
SELECT t.id, t.name, array_to_string(t.aliases, ';') AS aliases, ST_AsBinary(t.geom) AS geom
FROM estate t
WHERE upper_inf(t.recorded) AND t.since <= CAST(:asOf AS date) AND t.until > CAST(:asOf AS date)
  AND (CAST(:shape AS geometry) IS NULL
       OR (t.geom && CAST(:shape AS geometry) AND ST_Covers(CAST(:shape AS geometry), ST_PointOnSurface(t.geom))))
ORDER BY t.id
