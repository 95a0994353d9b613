-- Residences that staged people have: known by person and unit.
-- in: stage (people)
-- out: temp table part (line, key)
-- plan: scan
CREATE TEMP TABLE part ON COMMIT DROP AS
SELECT DISTINCT ON (s.key, s.unit) s.line, s.key || '/' || s.unit AS key
FROM stage s
WHERE s.unit IS NOT NULL
ORDER BY s.key, s.unit, s.moved_in DESC NULLS LAST, s.line
