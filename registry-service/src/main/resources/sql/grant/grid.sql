-- purpose: the grid that has a code today
-- in: code text, today date
-- out: id, community_id?
-- plan: point
SELECT g.id, g.community_id FROM grid g
WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:today AS date) AND g.until > CAST(:today AS date)
