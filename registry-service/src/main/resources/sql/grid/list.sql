-- purpose: grids of a day by community, number and window, a page of them by code
-- in: asOf date, community text?, number int?, west, south, east, north double?, withGeometry boolean, afterCode text, limit int
-- out: id, code, number, name, kind, setting, community_id, community_code, community_name, west, south, east, north, centre_lon, centre_lat, geometry (GeoJSON, EPSG:4490) or null
-- plan: window
SELECT g.id, g.code, g.number, g.name, g.kind, g.setting,
       c.id AS community_id, c.code AS community_code, c.name AS community_name,
       ST_XMin(g.geom) AS west, ST_YMin(g.geom) AS south, ST_XMax(g.geom) AS east, ST_YMax(g.geom) AS north,
       ST_X(p.centre) AS centre_lon, ST_Y(p.centre) AS centre_lat,
       CASE WHEN CAST(:withGeometry AS boolean) THEN ST_AsGeoJSON(g.geom, 8, 0) END AS geometry
FROM grid g
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(g.geom) AS centre OFFSET 0) p
LEFT JOIN region c ON c.id = g.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
WHERE upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
  AND (CAST(:community AS text) IS NULL OR c.code = CAST(:community AS text))
  AND (CAST(:number AS int) IS NULL OR g.number = CAST(:number AS int))
  AND (CAST(:west AS double precision) IS NULL
       OR g.geom && ST_MakeEnvelope(CAST(:west AS double precision), CAST(:south AS double precision),
                                    CAST(:east AS double precision), CAST(:north AS double precision), 4490))
  AND g.code > CAST(:afterCode AS text)
ORDER BY g.code
LIMIT CAST(:limit AS int)
