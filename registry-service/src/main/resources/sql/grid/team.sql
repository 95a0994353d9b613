-- purpose: who answers for a grid on a day
-- in: code text, asOf date
-- out: id, role, name, phone
-- plan: point
SELECT t.id, t.role, t.name, t.phone
FROM grid g
JOIN staff_post t ON t.grid_id = g.id AND upper_inf(t.recorded) AND t.since <= CAST(:asOf AS date) AND t.until > CAST(:asOf AS date)
WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
ORDER BY array_position(ARRAY['LEADER', 'STAND_IN', 'ASSISTANT', 'INFORMATION_OFFICER'], t.role), t.id
