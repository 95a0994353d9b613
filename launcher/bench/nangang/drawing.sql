-- A drawing of 500 m by 500 m around the plates whose text and place differ most densely: footprints, plates whose text led to the
-- building they lie in (green), to another (red, with a line to it), to one though they lie in none (blue), to none (grey).
-- in: a CSV of id, lon, lat on standard input; the register after the three imports
-- out: an SVG document; one pixel is half a metre
\ir compared.sql
CREATE TEMP TABLE sheet AS
WITH differing AS (
  SELECT geom FROM compared WHERE linked IS NOT NULL AND cardinality(inside) > 0 AND NOT linked = ANY (inside)
), around AS (
  SELECT d.geom, (SELECT count(*) FROM differing o WHERE ST_DWithin(o.geom, d.geom, 0.0025)) AS others FROM differing d
  UNION ALL
  SELECT geom, 0 FROM (SELECT geom FROM compared ORDER BY id LIMIT 1) one
)
SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat, 111320 * cos(radians(ST_Y(geom))) AS east, 110950.0 AS north
FROM around ORDER BY others DESC, ST_X(geom), ST_Y(geom) LIMIT 1;
CREATE FUNCTION pg_temp.drawn(shape geometry) RETURNS geometry LANGUAGE sql STABLE RETURN (
  SELECT ST_Affine(shape, 2 * s.east, 0, 0, 2 * s.north, 500 - 2 * s.east * s.lon, -500 - 2 * s.north * s.lat) FROM sheet s);
SELECT '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000"><rect width="1000" height="1000" fill="#fff"/>';
SELECT format('<path d="%s" fill="#eee8dc" stroke="#a89f8c" stroke-width="0.8"/>', ST_AsSVG(pg_temp.drawn(b.footprint), 0, 1))
FROM building b, sheet s
WHERE upper_inf(b.recorded) AND b.footprint && ST_Expand(ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4490), 0.0026);
SELECT format('<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="#c0392b" stroke-width="1"/>', round(ST_X(p)::numeric, 1), round(-ST_Y(p)::numeric, 1),
              round(ST_X(q)::numeric, 1), round(-ST_Y(q)::numeric, 1))
FROM (
  SELECT pg_temp.drawn(c.geom) AS p, pg_temp.drawn(b.inside_point) AS q
  FROM compared c JOIN building b ON b.id = c.linked AND upper_inf(b.recorded)
  WHERE cardinality(c.inside) > 0 AND NOT c.linked = ANY (c.inside)
) d
WHERE ST_X(p) BETWEEN 0 AND 1000 AND ST_Y(p) BETWEEN -1000 AND 0;
SELECT format('<circle cx="%s" cy="%s" r="3" fill="%s"/>', round(ST_X(p)::numeric, 1), round(-ST_Y(p)::numeric, 1), colour)
FROM (
  SELECT pg_temp.drawn(c.geom) AS p,
         CASE WHEN c.linked IS NULL THEN '#9a9a9a' WHEN c.linked = ANY (c.inside) THEN '#2e8b57'
              WHEN cardinality(c.inside) > 0 THEN '#c0392b' ELSE '#2f6fb3' END AS colour
  FROM compared c
) d
WHERE ST_X(p) BETWEEN 0 AND 1000 AND ST_Y(p) BETWEEN -1000 AND 0
ORDER BY colour;
SELECT '</svg>';
