-- purpose: the region that has a code on a day, else the one that had it last
-- in: code text, today date
-- out: id
-- plan: point
SELECT r.id
FROM region r
WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded)
ORDER BY r.valid @> CAST(:today AS date) DESC, lower(r.valid) DESC, r.id
LIMIT 1
