-- purpose: addresses that name a road by the name it has on a day, on that day or later
-- in: id bigint, from date
-- out: id
-- plan: window
SELECT DISTINCT a.id
FROM road r
JOIN address a ON a.road_id = r.id AND a.road = r.name
WHERE r.id = CAST(:id AS bigint) AND upper_inf(r.recorded) AND r.since <= CAST(:from AS date) AND r.until > CAST(:from AS date)
  AND upper_inf(a.recorded)
  AND a.valid && daterange(CAST(:from AS date), (
        SELECT min(lower(n.valid)) FROM road n
        WHERE n.id = r.id AND upper_inf(n.recorded) AND n.name IS DISTINCT FROM r.name AND lower(n.valid) > CAST(:from AS date)))
