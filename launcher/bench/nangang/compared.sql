-- Plates of 2016: where each lies, the footprints its point is in, and the building its text led to.
-- in: a CSV of id, lon, lat on standard input; the register after the three imports
-- out: temp table compared (id, geom, inside: building ids, nearest: metres to a footprint, linked: building id, metres: to that one)
SET search_path = pg_temp, register, public;
CREATE TEMP TABLE plate (id text, lon float8, lat float8);
\copy plate FROM PSTDIN WITH (FORMAT csv)
CREATE FUNCTION pg_temp.share(part bigint, whole bigint) RETURNS numeric LANGUAGE sql RETURN round(100.0 * part / nullif(whole, 0), 1);
CREATE TEMP TABLE compared AS
SELECT p.id, g.geom, i.inside, n.nearest, u.building_id AS linked, ST_Distance(g.geom::geography, b.footprint::geography) AS metres
FROM plate p
CROSS JOIN LATERAL (SELECT ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4490) AS geom) g
CROSS JOIN LATERAL (SELECT coalesce(array_agg(x.id), '{}') AS inside FROM building x WHERE ST_Covers(x.footprint, g.geom) AND upper_inf(x.recorded)) i
CROSS JOIN LATERAL (
  SELECT min(ST_Distance(g.geom::geography, x.footprint::geography)) AS nearest FROM building x
  WHERE x.footprint && ST_Expand(g.geom, 0.0005) AND upper_inf(x.recorded)) n
LEFT JOIN identity.unit k ON k.source = 'plates-2016' AND k.key = p.id
LEFT JOIN unit u ON u.id = k.id AND upper_inf(u.recorded)
LEFT JOIN building b ON b.id = u.building_id AND upper_inf(b.recorded);
