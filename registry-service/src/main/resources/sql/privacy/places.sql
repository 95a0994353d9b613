-- purpose: the places some persons are seen with on a day
-- in: ids bigint[], today date
-- out: person_id, community_id, grid_id
-- plan: point
SELECT p.person_id, p.community_id, p.grid_id
FROM person_place p
WHERE p.person_id = ANY (CAST(:ids AS bigint[])) AND p.until > CAST(:today AS date) AND p.since <= CAST(:today AS date)
