-- Staged residences with who lives where and when. Persons new to the register get a number below zero.
-- in: stage (people), ref_household; source
-- out: temp table stated (line, key, person, household, residence (null: new), days, exact, main, head)
-- plan: scan
CREATE TEMP TABLE stated ON COMMIT DROP AS
SELECT s.line, s.key, coalesce(p.id, -min(s.line) OVER (PARTITION BY s.key)) AS person, h.id AS household, r.id AS residence,
       daterange(coalesce(s.moved_in, s.since), coalesce(s.moved_out, s.until)) AS days, s.moved_in IS NOT NULL AS exact,
       s.main, h.id IS NOT NULL AND s.relation IS NOT DISTINCT FROM 'HEAD' AS head
FROM stage s
LEFT JOIN identity.person p ON p.source = ? AND p.key = s.key
LEFT JOIN identity.residence r ON r.source = ? AND r.key = s.key || '/' || s.unit
LEFT JOIN ref_household h ON h.key = s.household
WHERE s.unit IS NOT NULL
