-- purpose: roads (those that touch it) of a day in an area, for a file
-- in: asOf date, shape geometry (EPSG:4490; null: everywhere)
-- out: id, name, class, geom bytea (EPSG:4490)
-- plan: scan
SELECT t.id, t.name, t.class, ST_AsBinary(t.geom) AS geom
FROM road t
WHERE upper_inf(t.recorded) AND t.since <= CAST(:asOf AS date) AND t.until > CAST(:asOf AS date)
  AND (CAST(:shape AS geometry) IS NULL
       OR (t.geom && CAST(:shape AS geometry) AND ST_Intersects(t.geom, CAST(:shape AS geometry))))
ORDER BY t.id
