-- purpose: grids whose code begins with that of a region on some days
-- in: prefix text, from date, to date?
-- out: id
-- plan: scan
SELECT DISTINCT g.id
FROM grid g
WHERE g.code LIKE CAST(:prefix AS text) || '%' AND upper_inf(g.recorded)
  AND g.valid && daterange(CAST(:from AS date), CAST(:to AS date))
ORDER BY g.id
