-- Staged buildings whose address lies more than 30 m from them.
-- in: stage (buildings), ref_address
-- out: line, key, held: the address, metres, lon, lat: of the address
-- plan: scan
SELECT f.line, f.key, f.text AS held, f.metres, ST_X(f.geom) AS lon, ST_Y(f.geom) AS lat
FROM (
  SELECT s.line, s.key, a.text, a.geom, ST_Distance(s.geom::geography, a.geom::geography) AS metres
  FROM stage s
  JOIN ref_address r ON r.key = s.address
  JOIN register.address a ON a.id = r.id AND upper_inf(a.recorded)
   AND a.valid @> greatest(s.since, least((now() AT TIME ZONE 'Asia/Shanghai')::date, s.until - 1))
  -- a box tells nearly all of them apart from the few that are measured
  WHERE NOT a.geom && ST_Expand(s.geom, 0.0002)
) f
WHERE f.metres > 30
ORDER BY f.line
