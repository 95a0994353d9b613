-- Entrances that staged units name: one per building and name, as the first unit of it says.
-- in: stage (units)
-- out: temp table part (line, key)
-- plan: scan
CREATE TEMP TABLE part ON COMMIT DROP AS
SELECT min(s.line) AS line, s.building || '/' || s.entrance AS key
FROM stage s
WHERE s.entrance IS NOT NULL
GROUP BY s.building, s.entrance
