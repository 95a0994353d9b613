-- Staged roads as facts.
-- in: stage, thing
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.name, s.class, s.geom
FROM stage s
JOIN thing t USING (line)
