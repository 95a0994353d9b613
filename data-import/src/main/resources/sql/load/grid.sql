-- Staged grids as facts.
-- in: stage, thing, ref_community (by the first 12 digits of the code)
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.code, s.name, s.kind, s.setting, c.id AS community_id, s.geom
FROM stage s
JOIN thing t USING (line)
JOIN ref_community c ON c.key = s.community
