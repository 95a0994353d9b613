-- purpose: where a grant of an account holds
-- in: account bigint, id bigint
-- out: region_id?, grid_id?, community_id? (of the grid)
-- plan: point
SELECT g.region_id, g.grid_id,
       (SELECT x.community_id FROM grid x WHERE x.id = g.grid_id ORDER BY upper_inf(x.recorded) DESC, lower(x.valid) DESC LIMIT 1) AS community_id
FROM access.role_grant g
WHERE g.id = CAST(:id AS bigint) AND g.account_id = CAST(:account AS bigint) AND NOT isempty(g.days)
