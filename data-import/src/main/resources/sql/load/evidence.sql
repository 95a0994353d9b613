-- Staged evidence as facts.
-- in: stage, thing, ref_unit
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, u.id AS unit_id, s.kind, s.finding, s.note, s.seen_by
FROM stage s
JOIN thing t USING (line)
JOIN ref_unit u ON u.key = s.unit
