-- purpose: the places some persons are seen with on a day
-- in: ids bigint[], today date
-- out: person_id, community_id, grid_id
-- plan: point
SELECT p.person_id, p.community_id,
       (SELECT (SELECT g.grid_id FROM building_grid g
                WHERE g.building_id = l.building_id AND g.since <= CAST(:today AS date) ORDER BY g.since DESC LIMIT 1)
        FROM unit_building l
        WHERE l.unit_id = p.unit_id AND l.since <= CAST(:today AS date) ORDER BY l.since DESC LIMIT 1) AS grid_id
FROM person_place p
WHERE p.person_id = ANY (CAST(:ids AS bigint[])) AND p.until > CAST(:today AS date) AND p.since <= CAST(:today AS date)
