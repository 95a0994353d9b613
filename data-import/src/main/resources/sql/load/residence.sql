-- Residences as facts. A stated day of moving in is part of the fact: another one corrects it.
-- in: stage (people), part, thing, ref_unit, ref_household; source
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, coalesce(s.moved_in, s.since) AS since, coalesce(s.moved_out, s.until) AS until,
       s.moved_in IS NOT NULL AS exact, p.id AS person_id, u.id AS unit_id, h.id AS household_id, c.community_id,
       s.role, s.relation, s.main
FROM stage s
JOIN part USING (line)
JOIN thing t USING (line)
JOIN identity.person p ON p.source = ? AND p.key = s.key
JOIN ref_unit u ON u.key = s.unit
LEFT JOIN ref_household h ON h.key = s.household
LEFT JOIN LATERAL (
  SELECT x.community_id FROM register.unit x
  WHERE x.id = u.id AND upper_inf(x.recorded)
  ORDER BY lower(x.valid) DESC LIMIT 1
) c ON true
