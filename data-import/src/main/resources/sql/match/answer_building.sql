-- The building each text leads to: the only one that has the address on the day, else the only one its point lies in.
-- in: temp tables said, matched
-- out: temp table answer (n, grade, id: null where none or several, found: how many have the address, address, and the rest of matched)
-- plan: scan
CREATE TEMP TABLE answer ON COMMIT DROP AS
WITH thing AS (
  SELECT m.n, b.id FROM matched m JOIN said s USING (n)
  JOIN register.building b ON b.address_id = m.address AND upper_inf(b.recorded) AND b.valid @> s.day
), standing AS (
  SELECT t.n, t.id FROM thing t
  UNION ALL
  -- nobody has said whose address it is: the building its point lies in
  SELECT m.n, b.id
  FROM matched m
  JOIN said s USING (n)
  JOIN register.address a ON a.id = m.address AND upper_inf(a.recorded) AND a.valid @> s.day AND a.geom IS NOT NULL
  JOIN register.building b ON ST_Covers(b.footprint, a.geom) AND upper_inf(b.recorded) AND b.valid @> s.day
  WHERE NOT EXISTS (SELECT FROM thing t WHERE t.n = m.n)
), told AS (
  SELECT n, min(id) AS id, count(DISTINCT id) AS found FROM standing GROUP BY n
)
SELECT m.n, m.grade, CASE WHEN t.found = 1 THEN t.id END AS id, coalesce(t.found, 0) AS found, m.address, m.several, m.held, m.why,
       m.unread, m.candidates, m.lon, m.lat
FROM matched m
LEFT JOIN told t USING (n)
