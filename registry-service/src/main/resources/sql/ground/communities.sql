-- purpose: communities on a day with their borders and the household bands that hold there
-- in: communities bigint[], asOf date
-- out: id, code, name, urban_low?, urban_high?, rural_low?, rural_high?, geom (WKB, EPSG:4490)
-- plan: point
SELECT c.id, c.code, c.name, u.low AS urban_low, u.high AS urban_high, w.low AS rural_low, w.high AS rural_high, ST_AsBinary(c.geom) AS geom
FROM region c
LEFT JOIN region s ON s.id = c.parent_id AND upper_inf(s.recorded) AND s.since <= CAST(:asOf AS date) AND s.until > CAST(:asOf AS date)
LEFT JOIN LATERAL (
  SELECT h.low, h.high FROM household_band h
  WHERE h.setting = 'URBAN' AND (h.district_id = s.parent_id OR h.district_id IS NULL) ORDER BY h.district_id NULLS LAST LIMIT 1) u ON true
LEFT JOIN LATERAL (
  SELECT h.low, h.high FROM household_band h
  WHERE h.setting = 'RURAL' AND (h.district_id = s.parent_id OR h.district_id IS NULL) ORDER BY h.district_id NULLS LAST LIMIT 1) w ON true
WHERE c.id = ANY (CAST(:communities AS bigint[])) AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
ORDER BY c.code
