-- Staged regions whose area is, whatever vertex it starts with, that of an earlier row of the same level. A district may
-- be all of its city, a community all of its street.
-- in: stage (regions)
-- out: line, key, lon, lat, first_line, first_key
-- plan: scan
SELECT d.line, d.key, ST_X(d.corner) AS lon, ST_Y(d.corner) AS lat, d.first_line, d.first_key
FROM (
  SELECT s.line, s.key, ST_StartPoint(ST_ExteriorRing(ST_GeometryN(s.geom, 1))) AS corner,
         first_value(s.line) OVER same AS first_line, first_value(s.key) OVER same AS first_key
  FROM stage s
  WINDOW same AS (PARTITION BY s.level, md5(ST_AsBinary(ST_Normalize(s.geom))) ORDER BY s.line)
) d
WHERE d.line <> d.first_line
ORDER BY d.line
