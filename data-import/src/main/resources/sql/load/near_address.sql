-- Staged buildings that say nothing of an address, and the only one that lies in them on the day; where none does, the only one
-- within 30 m whose building or door number is that of their name. Addresses of rooms and stairs are none of a building, and one
-- that lies in several footprints is of none.
-- in: stage (buildings)
-- out: temp table answer (n: line, id, held: its text, metres, lon, lat)
-- plan: scan
CREATE TEMP TABLE answer ON COMMIT DROP AS
WITH silent AS MATERIALIZED (
  SELECT s.line, s.geom, substring(s.name FROM '^([0-9]+)(?:幢|栋|座|号|号楼)$') AS number,
         greatest(s.since, least((now() AT TIME ZONE 'Asia/Shanghai')::date, s.until - 1)) AS day
  FROM stage s
  WHERE s.address IS NULL AND s.address_text IS NULL
), close AS MATERIALIZED (
  SELECT s.line, a.id, a.text, a.geom, ST_Covers(s.geom, a.geom) AS inside,
         s.number IN (substring(a.building FROM '^[0-9]+'), substring(a.door_number FROM '^[0-9]+')) AS agrees, s.geom AS footprint
  FROM silent s
  JOIN register.address a ON a.geom && ST_Expand(s.geom, 0.0005, 0.0003) AND upper_inf(a.recorded) AND a.valid @> s.day
  WHERE a.room IS NULL AND a.entrance IS NULL
), inside AS (
  SELECT c.*, count(*) OVER (PARTITION BY c.line) AS of_building, count(*) OVER (PARTITION BY c.id) AS of_address
  FROM close c WHERE c.inside
), beside AS (
  SELECT c.line, c.id, c.text, c.geom, m.metres,
         count(*) OVER (PARTITION BY c.line) AS of_building, count(*) OVER (PARTITION BY c.id) AS of_address
  FROM close c
  CROSS JOIN LATERAL (SELECT ST_Distance(c.footprint::geography, c.geom::geography) AS metres) m
  WHERE c.agrees AND m.metres <= 30
    AND NOT EXISTS (SELECT FROM inside i WHERE i.line = c.line) AND NOT EXISTS (SELECT FROM inside i WHERE i.id = c.id)
)
SELECT line AS n, id, text AS held, 0::double precision AS metres, ST_X(geom) AS lon, ST_Y(geom) AS lat
FROM inside WHERE of_building = 1 AND of_address = 1
UNION ALL
SELECT line, id, text, metres, ST_X(geom), ST_Y(geom) FROM beside WHERE of_building = 1 AND of_address = 1
