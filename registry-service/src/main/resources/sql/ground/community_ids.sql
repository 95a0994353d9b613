-- purpose: the communities that have these codes on a day
-- in: codes text[], today date
-- out: id, code
-- plan: point
SELECT r.id, r.code
FROM region r
WHERE r.code = ANY (CAST(:codes AS text[])) AND r.level = 'COMMUNITY' AND upper_inf(r.recorded) AND r.since <= CAST(:today AS date) AND r.until > CAST(:today AS date)
ORDER BY r.code
