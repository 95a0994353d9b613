-- purpose: regions and grids that have a code a change gave to another of their kind, on one of its days
-- in: change bigint
-- out: id
-- plan: window
SELECT o.id
FROM region x
JOIN region o ON o.code = x.code AND upper_inf(o.recorded) AND o.valid && x.valid AND o.id <> x.id
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded)
UNION ALL
SELECT o.id
FROM grid x
JOIN grid o ON o.code = x.code AND upper_inf(o.recorded) AND o.valid && x.valid AND o.id <> x.id
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded)
LIMIT 1
