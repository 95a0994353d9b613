-- purpose: outlines and inside points of the buildings standing in communities on a day
-- in: communities bigint[], asOf date
-- out: id, lon, lat, footprint (WKB, EPSG:4490)
-- plan: window
SELECT b.id, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat, ST_AsBinary(b.footprint) AS footprint
FROM building b
WHERE b.community_id = ANY (CAST(:communities AS bigint[])) AND upper_inf(b.recorded)
  AND b.since <= CAST(:asOf AS date) AND least(b.until, date '5874897-12-31') > CAST(:asOf AS date) AND b.status = 'STANDING'
ORDER BY b.id
