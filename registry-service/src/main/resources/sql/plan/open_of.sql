-- purpose: open plans of some of these communities, whoever sees them: a community is said to be taken
-- in: communities bigint[]
-- out: id, community_id
-- plan: window
SELECT c.plan_id AS id, c.community_id
FROM plan.grid_plan_community c
JOIN plan.grid_plan p ON p.id = c.plan_id
WHERE c.community_id = ANY (CAST(:communities AS bigint[])) AND p.state IN ('DRAFT', 'CHECKED', 'APPROVED')
ORDER BY c.plan_id, c.community_id
