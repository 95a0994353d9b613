-- Texts in an order that brings together those of one day and one road or estate.
-- in: temp tables rest, rest_name
-- out: n, word, day, names
-- plan: scan
SELECT r.n, r.word, r.day, m.names
FROM rest r
JOIN (SELECT n, array_agg(DISTINCT name) AS names, min(name) AS first FROM rest_name GROUP BY n) m USING (n)
ORDER BY r.day, m.first, r.n
