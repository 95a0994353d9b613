-- purpose: a visit the reader sees, with where its unit lies today
-- in: id bigint, today date
-- out: kind, community_id?, grid_id?
-- plan: point
SELECT e.kind, l.community_id,
       (SELECT g.grid_id FROM building_grid g WHERE g.building_id = l.building_id AND g.since <= CAST(:today AS date) ORDER BY g.since DESC LIMIT 1) AS grid_id
FROM evidence e
LEFT JOIN LATERAL (
  SELECT u.community_id, u.building_id FROM unit_building u WHERE u.unit_id = e.unit_id AND u.since <= CAST(:today AS date) ORDER BY u.since DESC LIMIT 1
) l ON true
WHERE e.id = CAST(:id AS bigint) AND upper_inf(e.recorded)
ORDER BY e.since DESC
LIMIT 1
