-- purpose: the region that has a code today
-- in: code text, today date
-- out: id
-- plan: point
SELECT r.id FROM region r
WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded) AND r.valid @> CAST(:today AS date)
