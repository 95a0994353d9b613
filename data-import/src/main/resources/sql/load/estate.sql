-- Staged estates as facts.
-- in: stage, thing, placed
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.name, coalesce(s.aliases, '{}') AS aliases, c.community_id, s.geom
FROM stage s
JOIN thing t USING (line)
LEFT JOIN placed c USING (line)
