-- Staged staff posts as facts.
-- in: stage, thing, ref_grid (by code)
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, g.id AS grid_id, s.role, s.name, s.phone
FROM stage s
JOIN thing t USING (line)
JOIN ref_grid g ON g.key = s.grid
