-- purpose: where some persons live on a day, the main home first
-- in: ids bigint[], asOf date
-- out: person_id, unit_id, building_id, address, main, lon, lat
-- plan: point
SELECT r.person_id, u.id AS unit_id, u.building_id, a.text AS address, r.main, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat
FROM residence r
JOIN unit u ON u.id = r.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
JOIN building b ON b.id = u.building_id AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
WHERE r.person_id = ANY (CAST(:ids AS bigint[])) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
ORDER BY r.person_id, r.main DESC, u.id
