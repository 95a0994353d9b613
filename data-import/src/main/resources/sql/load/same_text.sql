-- Staged addresses whose official text an earlier row has too: a text is to be unique in the city.
-- in: stage
-- out: line, key, lon, lat, first_line, first_key
-- plan: scan
SELECT d.line, d.key, ST_X(d.geom) AS lon, ST_Y(d.geom) AS lat, d.first_line, d.first_key
FROM (
  SELECT s.line, s.key, s.geom,
         first_value(s.line) OVER same AS first_line, first_value(s.key) OVER same AS first_key
  FROM stage s
  WINDOW same AS (PARTITION BY s.text ORDER BY s.line)
) d
WHERE d.line <> d.first_line
ORDER BY d.line
