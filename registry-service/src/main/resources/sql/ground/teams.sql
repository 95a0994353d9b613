-- purpose: who answers for grids on a day, as far as the reader sees posts
-- in: grids bigint[], asOf date
-- out: grid_id, id, role, name, phone?
-- plan: window
SELECT t.grid_id, t.id, t.role, t.name, t.phone
FROM staff_post t
WHERE t.grid_id = ANY (CAST(:grids AS bigint[])) AND upper_inf(t.recorded) AND t.valid @> CAST(:asOf AS date)
ORDER BY t.grid_id, array_position(ARRAY['LEADER', 'STAND_IN', 'ASSISTANT', 'INFORMATION_OFFICER'], t.role), t.id
