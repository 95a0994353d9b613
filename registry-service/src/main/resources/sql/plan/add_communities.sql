-- purpose: says of which communities a plan is
-- in: id bigint, communities bigint[]
-- out: community_id
-- plan: point
INSERT INTO plan.grid_plan_community (plan_id, community_id)
SELECT CAST(:id AS bigint), c FROM unnest(CAST(:communities AS bigint[])) c
RETURNING community_id
