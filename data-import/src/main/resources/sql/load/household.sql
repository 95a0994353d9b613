-- Staged households as facts. The community is the unit's.
-- in: stage, thing, ref_unit
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, u.id AS unit_id, c.community_id, coalesce(s.kind, 'FAMILY') AS kind
FROM stage s
JOIN thing t USING (line)
JOIN ref_unit u ON u.key = s.unit
LEFT JOIN LATERAL (
  SELECT x.community_id FROM register.unit x
  WHERE x.id = u.id AND upper_inf(x.recorded)
  ORDER BY lower(x.valid) DESC LIMIT 1
) c ON true
