-- purpose: the grids of communities on a day, and those of others that meet them
-- in: communities bigint[], asOf date
-- out: id, version, code, name, kind, setting, community_id, until date (infinity: no end known), held boolean (of another community), geom (WKB, EPSG:4490)
-- plan: window
SELECT g.id, g.version, g.code, g.name, g.kind, g.setting, g.community_id, g.until, false AS held, ST_AsBinary(g.geom) AS geom
FROM grid g
WHERE g.community_id = ANY (CAST(:communities AS bigint[])) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
UNION ALL
SELECT DISTINCT ON (g.id) g.id, g.version, g.code, g.name, g.kind, g.setting, g.community_id, g.until, true, ST_AsBinary(g.geom)
FROM region r
JOIN grid g ON g.geom && r.geom AND ST_Intersects(g.geom, r.geom) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
WHERE r.id = ANY (CAST(:communities AS bigint[])) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  AND g.community_id <> ALL (CAST(:communities AS bigint[]))
ORDER BY held, id
