-- The building each text leads to: the only one that has the address on the day.
-- in: temp tables said, matched
-- out: temp table answer (n, grade, id: null where none or several, found: how many have the address, address, and the rest of matched)
-- plan: scan
CREATE TEMP TABLE answer ON COMMIT DROP AS
WITH thing AS (
  SELECT m.n, b.id FROM matched m JOIN said s USING (n)
  JOIN register.building b ON b.address_id = m.address AND upper_inf(b.recorded) AND b.valid @> s.day
), told AS (
  SELECT n, min(id) AS id, count(DISTINCT id) AS found FROM thing GROUP BY n
)
SELECT m.n, m.grade, CASE WHEN t.found = 1 THEN t.id END AS id, coalesce(t.found, 0) AS found, m.address, m.several, m.held, m.why,
       m.unread, m.candidates, m.lon, m.lat
FROM matched m
LEFT JOIN told t USING (n)
