-- purpose: grids of a day in an area, for a file
-- in: asOf date, shape geometry (EPSG:4490; null: everywhere)
-- out: id, code, name, kind, setting, community, community_name, geom bytea (EPSG:4490)
-- plan: scan
SELECT t.id, t.code, t.name, t.kind, t.setting, c.code AS community, c.name AS community_name, ST_AsBinary(t.geom) AS geom
FROM grid t
LEFT JOIN region c ON c.id = t.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
WHERE upper_inf(t.recorded) AND t.since <= CAST(:asOf AS date) AND t.until > CAST(:asOf AS date)
  AND (CAST(:shape AS geometry) IS NULL
       OR (t.geom && CAST(:shape AS geometry) AND ST_Covers(CAST(:shape AS geometry), ST_PointOnSurface(t.geom))))
ORDER BY t.id
