-- The same of units without an address of their own, under their ids negated.
-- in: temp tables rest_name, own
-- out: more rows of held_name
-- plan: scan
INSERT INTO held_name (name, id)
SELECT DISTINCT n.name, o.place
FROM own o
JOIN register.address a ON a.version = o.version
CROSS JOIN LATERAL (VALUES (a.road), (a.estate), (CASE WHEN a.road IS NULL THEN a.lane END),
                           (CASE WHEN a.road IS NULL THEN a.community END)) n (name)
WHERE o.place < 0 AND n.name IN (SELECT name FROM rest_name)
