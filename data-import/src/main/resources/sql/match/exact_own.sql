-- The same of units without an address of their own.
-- in: temp tables said, own
-- out: more rows of exact
-- plan: scan
INSERT INTO exact (n, address, official)
SELECT s.n, o.place, true
FROM said s
JOIN own o ON o.text = s.word AND o.valid @> s.day
WHERE o.place < 0
