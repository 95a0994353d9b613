-- purpose: who lives in buildings on a day: by building and household, persons whose main residence it is; for sums that are told by the rules of cells
-- in: ids bigint[] (buildings), asOf date (of units), countedOn date (of residents)
-- out: building_id, household_id?, people
-- plan: window
SELECT u.building_id, r.household_id, count(DISTINCT r.person_id) FILTER (WHERE r.main) AS people
FROM unit u
JOIN residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.since <= CAST(:countedOn AS date) AND r.until > CAST(:countedOn AS date)
WHERE u.building_id = ANY (CAST(:ids AS bigint[])) AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
GROUP BY u.building_id, r.household_id
ORDER BY u.building_id, r.household_id
