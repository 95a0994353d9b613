-- purpose: outline of the region with a code on a day
-- in: code text, asOf date
-- out: geom bytea (EPSG:4490)
-- plan: point
SELECT ST_AsBinary(g.geom) AS geom
FROM region g
WHERE g.code = :code AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
