-- purpose: how much is in a building from a day on, by kind: what a demolition would end
-- in: id bigint, from date
-- out: entrances, units, households, residences, tenancies (these three null where names are not seen), organisations, evidence
-- plan: point
WITH unit_in AS MATERIALIZED (
  SELECT DISTINCT u.id FROM unit u
  WHERE u.building_id = CAST(:id AS bigint) AND upper_inf(u.recorded) AND u.valid && daterange(CAST(:from AS date), NULL)
)
SELECT (SELECT count(DISTINCT e.id) FROM entrance e
        WHERE e.building_id = CAST(:id AS bigint) AND upper_inf(e.recorded) AND e.valid && daterange(CAST(:from AS date), NULL)) AS entrances,
       (SELECT count(*) FROM unit_in) AS units,
       CASE WHEN sight.of_people THEN
         (SELECT count(DISTINCT x.id) FROM unit_in u JOIN household x ON x.unit_id = u.id
          WHERE upper_inf(x.recorded) AND x.valid && daterange(CAST(:from AS date), NULL)) END AS households,
       CASE WHEN sight.of_people THEN
         (SELECT count(DISTINCT x.id) FROM unit_in u JOIN residence x ON x.unit_id = u.id
          WHERE upper_inf(x.recorded) AND x.valid && daterange(CAST(:from AS date), NULL)) END AS residences,
       CASE WHEN sight.of_people THEN
         (SELECT count(DISTINCT x.id) FROM unit_in u JOIN tenancy x ON x.unit_id = u.id
          WHERE upper_inf(x.recorded) AND x.valid && daterange(CAST(:from AS date), NULL)) END AS tenancies,
       (SELECT count(DISTINCT x.id) FROM unit_in u JOIN organisation x ON x.unit_id = u.id
        WHERE upper_inf(x.recorded) AND x.valid && daterange(CAST(:from AS date), NULL)) AS organisations,
       (SELECT count(DISTINCT x.id) FROM unit_in u JOIN evidence x ON x.unit_id = u.id
        WHERE upper_inf(x.recorded) AND x.valid && daterange(CAST(:from AS date), NULL)) AS evidence
FROM (SELECT access.sees_people(CAST(:id AS bigint)) AS of_people) sight
