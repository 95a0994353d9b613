-- Persons that staged rows name: a person with several residences has several rows that agree on who it is.
-- in: stage (people)
-- out: temp table part (line, key)
-- plan: scan
CREATE TEMP TABLE part ON COMMIT DROP AS
SELECT min(s.line) AS line, s.key
FROM stage s
GROUP BY s.key
