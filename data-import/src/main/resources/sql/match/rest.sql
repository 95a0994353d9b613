-- Texts not settled yet.
-- in: temp tables said, matched
-- out: temp table rest (n, word, day)
-- plan: scan
CREATE TEMP TABLE rest ON COMMIT DROP AS
SELECT s.n, s.word, s.day
FROM said s
WHERE NOT EXISTS (SELECT FROM matched m WHERE m.n = s.n)
