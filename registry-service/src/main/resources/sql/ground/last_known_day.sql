-- purpose: the last day from which other grids of communities are known already; today where none are to come
-- in: communities bigint[], today date
-- out: day date
-- plan: window
SELECT greatest(CAST(:today AS date), max(g.since), max(g.until) FILTER (WHERE g.until < 'infinity')) AS day
FROM grid g
WHERE g.community_id = ANY (CAST(:communities AS bigint[])) AND upper_inf(g.recorded)
