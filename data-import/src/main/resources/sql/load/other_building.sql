-- Staged addresses of buildings that lie in a building of the same estate with another number.
-- in: stage (addresses)
-- out: line, key, held: the address of that building, said: the number, lon, lat
-- plan: scan
SELECT s.line, s.key, min(a.text) AS held, s.building AS said, ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat
FROM stage s
JOIN register.building b ON ST_Covers(b.footprint, s.geom) AND upper_inf(b.recorded) AND b.address_id IS NOT NULL
JOIN register.address a ON a.id = b.address_id AND upper_inf(a.recorded) AND a.building IS NOT NULL
JOIN LATERAL (SELECT greatest(s.since, least((now() AT TIME ZONE 'Asia/Shanghai')::date, s.until - 1)) AS day) d
  ON b.valid @> d.day AND a.valid @> d.day
WHERE s.building IS NOT NULL AND s.room IS NULL AND s.estate IS NOT DISTINCT FROM a.estate
GROUP BY s.line, s.key, s.building, s.geom
HAVING NOT bool_or(a.building = s.building)
ORDER BY s.line
