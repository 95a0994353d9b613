-- purpose: one grid of a day with what stands above it and the household band that holds for it
-- in: code text, asOf date
-- out: id, code, number, name, kind, setting, community_id, community_code, community_name, street_code, street_name, district_code, district_name, band_low, band_high, west, south, east, north, centre_lon, centre_lat, geometry (GeoJSON, EPSG:4490)
-- plan: point
SELECT g.id, g.code, g.number, g.name, g.kind, g.setting,
       c.id AS community_id, c.code AS community_code, c.name AS community_name,
       s.code AS street_code, s.name AS street_name, d.code AS district_code, d.name AS district_name,
       band.low AS band_low, band.high AS band_high,
       ST_XMin(g.geom) AS west, ST_YMin(g.geom) AS south, ST_XMax(g.geom) AS east, ST_YMax(g.geom) AS north,
       ST_X(p.centre) AS centre_lon, ST_Y(p.centre) AS centre_lat,
       ST_AsGeoJSON(g.geom, 8, 0) AS geometry
FROM grid g
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(g.geom) AS centre OFFSET 0) p
LEFT JOIN region c ON c.id = g.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
LEFT JOIN region s ON s.id = c.parent_id AND upper_inf(s.recorded) AND s.since <= CAST(:asOf AS date) AND s.until > CAST(:asOf AS date)
LEFT JOIN region d ON d.id = s.parent_id AND upper_inf(d.recorded) AND d.since <= CAST(:asOf AS date) AND d.until > CAST(:asOf AS date)
LEFT JOIN LATERAL (
  SELECT h.low, h.high FROM household_band h
  WHERE h.setting = g.setting AND (h.district_id = d.id OR h.district_id IS NULL)
  ORDER BY h.district_id NULLS LAST
  LIMIT 1
) band ON true
WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
