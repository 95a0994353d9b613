-- Texts that are to the letter the official text of an address that stands on the day, what it was called on other days, or an alias.
-- in: temp table said (n, word, day)
-- out: temp table exact (n, address, official: it is so called on the day)
-- plan: scan
CREATE TEMP TABLE exact ON COMMIT DROP AS
WITH called AS (
  SELECT s.n, s.day, a.id, a.valid @> s.day AS official
  FROM said s
  JOIN register.address a ON a.text = s.word AND upper_inf(a.recorded)
  UNION ALL
  SELECT s.n, s.day, a.id, false
  FROM register.address a
  CROSS JOIN LATERAL unnest(a.aliases) w (word)
  JOIN said s ON s.word = w.word
  WHERE a.aliases <> '{}' AND upper_inf(a.recorded)
)
SELECT c.n, c.id AS address, c.official
FROM called c
WHERE c.official
   OR EXISTS (SELECT FROM register.address t WHERE t.id = c.id AND upper_inf(t.recorded) AND t.valid @> c.day)
