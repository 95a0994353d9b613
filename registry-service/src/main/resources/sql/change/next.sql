-- purpose: the first change of at least a number, with the day of the feed before and after it
-- in: seq bigint
-- out: seq, id, who, at, why, source, kind, day_before, day, regions boolean (whether it wrote of regions)
-- plan: point
SELECT c.seq, c.id, c.who, c.at, c.why, c.source, c.kind,
       coalesce((SELECT b.day FROM change b WHERE b.seq < c.seq ORDER BY b.seq DESC LIMIT 1), c.day) AS day_before, c.day,
       EXISTS (SELECT FROM region r WHERE r.opened_by = c.id) OR EXISTS (SELECT FROM region r WHERE r.closed_by = c.id) AS regions
FROM change c
WHERE c.seq >= CAST(:seq AS bigint)
ORDER BY c.seq
LIMIT 1
