-- purpose: the region that has a code today
-- in: code text, today date
-- out: id
-- plan: point
SELECT r.id FROM region r
WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded) AND r.since <= CAST(:today AS date) AND r.until > CAST(:today AS date)
