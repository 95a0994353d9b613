-- Staged organisations as facts.
-- in: stage, thing, ref_unit
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.name, s.credit_code, s.kind, s.industry, u.id AS unit_id
FROM stage s
JOIN thing t USING (line)
LEFT JOIN ref_unit u ON u.key = s.unit
