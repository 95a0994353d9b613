-- purpose: what an erasure blanked, behind a place in its order
-- in: change bigint, afterId int, limit int
-- out: place, kind, thing_id
-- plan: point
SELECT e.place, e.kind, e.thing_id
FROM access.erased_thing e
WHERE e.change_id = CAST(:change AS bigint) AND e.place > CAST(:afterId AS int)
ORDER BY e.place
LIMIT CAST(:limit AS int)
