-- purpose: entrances of a building on a day, along the building
-- in: id bigint, asOf date
-- out: id, name, ordinal
-- plan: point
SELECT n.id, n.name, n.ordinal
FROM entrance n
WHERE n.building_id = CAST(:id AS bigint) AND upper_inf(n.recorded) AND n.since <= CAST(:asOf AS date) AND n.until > CAST(:asOf AS date)
ORDER BY n.ordinal, n.id
