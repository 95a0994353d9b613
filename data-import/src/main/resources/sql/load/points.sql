-- Places as numbers: degrees, days since 2000-01-01.
-- in: place
-- out: line, lon, lat, day
-- plan: scan
SELECT p.line, ST_X(p.point) AS lon, ST_Y(p.point) AS lat, p.day - date '2000-01-01' AS day
FROM place p
