-- purpose: the building and address of a unit on a day
-- in: unit bigint, asOf date
-- out: building_id, address
-- plan: point
SELECT u.building_id, a.text AS address
FROM unit u
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
WHERE u.id = CAST(:unit AS bigint) AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
