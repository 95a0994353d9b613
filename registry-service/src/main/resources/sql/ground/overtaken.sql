-- purpose: things a publication wrote of that were written of again since
-- in: change bigint, grids bigint[], regions bigint[], posts bigint[]
-- out: id
-- plan: window
WITH turn AS MATERIALIZED (SELECT c.turn FROM change c WHERE c.id = CAST(:change AS bigint))
SELECT DISTINCT v.id
FROM (
  SELECT g.id, g.opened_by, g.closed_by FROM grid g WHERE g.id = ANY (CAST(:grids AS bigint[])) AND upper_inf(g.recorded)
  UNION ALL SELECT g.id, g.opened_by, g.closed_by FROM grid g WHERE g.id = ANY (CAST(:grids AS bigint[])) AND NOT upper_inf(g.recorded)
  UNION ALL SELECT r.id, r.opened_by, r.closed_by FROM region r WHERE r.id = ANY (CAST(:regions AS bigint[])) AND upper_inf(r.recorded)
  UNION ALL SELECT r.id, r.opened_by, r.closed_by FROM region r WHERE r.id = ANY (CAST(:regions AS bigint[])) AND NOT upper_inf(r.recorded)
  UNION ALL SELECT s.id, s.opened_by, s.closed_by FROM staff_post s WHERE s.id = ANY (CAST(:posts AS bigint[])) AND upper_inf(s.recorded)
  UNION ALL SELECT s.id, s.opened_by, s.closed_by FROM staff_post s WHERE s.id = ANY (CAST(:posts AS bigint[])) AND NOT upper_inf(s.recorded)
  UNION ALL SELECT s.id, s.opened_by, s.closed_by FROM staff_post s WHERE s.grid_id = ANY (CAST(:grids AS bigint[])) AND upper_inf(s.recorded)
) v
CROSS JOIN turn
WHERE EXISTS (SELECT FROM change c WHERE c.id = v.opened_by AND c.turn > turn.turn)
   OR EXISTS (SELECT FROM change c WHERE c.id = v.closed_by AND c.turn > turn.turn)
ORDER BY v.id
