-- Staged rows whose place lies in no community.
-- in: stage, place, placed
-- out: line, key, lon, lat
-- plan: scan
SELECT s.line, s.key, ST_X(p.point) AS lon, ST_Y(p.point) AS lat
FROM place p
JOIN stage s USING (line)
LEFT JOIN placed c USING (line)
WHERE c.line IS NULL
ORDER BY s.line
