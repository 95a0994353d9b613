-- purpose: the first change of at least a number
-- in: seq bigint
-- out: seq, id, who, at, why, source, kind
-- plan: point
SELECT c.seq, c.id, c.who, c.at, c.why, c.source, c.kind
FROM change c
WHERE c.seq >= CAST(:seq AS bigint)
ORDER BY c.seq
LIMIT 1
