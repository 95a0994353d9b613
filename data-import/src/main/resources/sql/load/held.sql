-- What the register believes of main residences of the persons stated, and of heads of the households stated.
-- in: stated
-- out: temp table held (what, subject, residence, days)
-- plan: scan
CREATE TEMP TABLE held ON COMMIT DROP AS
SELECT 'main' AS what, r.person_id AS subject, r.id AS residence, r.valid AS days
FROM (SELECT DISTINCT person FROM stated WHERE main AND person > 0) s
JOIN register.residence r ON r.person_id = s.person AND r.main AND upper_inf(r.recorded)
UNION ALL
SELECT 'head', r.household_id, r.id, r.valid
FROM (SELECT DISTINCT household FROM stated WHERE head) s
JOIN register.residence r ON r.household_id = s.household AND r.relation = 'HEAD' AND upper_inf(r.recorded)
