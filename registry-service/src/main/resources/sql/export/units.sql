-- purpose: units with an occupancy in an area on a day, for a file
-- in: #within# (area), asOf date, states text[]
-- out: id, state, basis, contradiction, evidence, seen_on, finding, address, building, entrance, floor, room, use, area_m2, geom bytea (inside point of the building, EPSG:4490)
-- plan: scan
-- occupancy of: SELECT b.id FROM #within# b
SELECT u.id, o.state, o.basis, o.contradiction, e.kind AS evidence, e.seen_on, e.finding, a.text AS address,
       b.name AS building, n.name AS entrance, u.floor, u.room, u.use, u.area_m2, ST_AsBinary(b.inside_point) AS geom
FROM #within# b
JOIN unit_occupancy o ON o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
JOIN unit u ON u.id = o.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
LEFT JOIN entrance n ON n.id = u.entrance_id AND upper_inf(n.recorded) AND n.since <= CAST(:asOf AS date) AND n.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
LEFT JOIN evidence e ON e.id = o.evidence_id AND upper_inf(e.recorded)
WHERE o.state = ANY (CAST(:states AS text[]))
ORDER BY b.id, coalesce(n.ordinal, 0), u.floor, u.room COLLATE "C", u.id
