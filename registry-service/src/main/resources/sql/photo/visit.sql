-- purpose: a visit the reader sees, with where its unit lies today
-- in: id bigint, today date
-- out: kind, community_id?, grid_id?
-- plan: point
SELECT e.kind, l.community_id, l.grid_id
FROM evidence e
LEFT JOIN LATERAL (
  SELECT u.community_id, u.grid_id FROM unit_building u WHERE u.unit_id = e.unit_id AND u.since <= CAST(:today AS date) ORDER BY u.since DESC LIMIT 1
) l ON true
WHERE e.id = CAST(:id AS bigint) AND upper_inf(e.recorded)
ORDER BY e.since DESC
LIMIT 1
