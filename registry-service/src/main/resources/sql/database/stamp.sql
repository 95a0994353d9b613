-- purpose: a mark that differs after every change of the register
-- in: nothing
-- out: stamp text
-- plan: point
-- Ids of changes are given out at their start: one that commits late would leave the highest id as it was,
-- so the number of changes among the newest is part of the mark.
SELECT coalesce(max(c.id), 0) || '-' || count(*) AS stamp
FROM (SELECT id FROM change ORDER BY id DESC LIMIT 100) c
