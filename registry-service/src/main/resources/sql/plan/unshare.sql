-- purpose: nobody draws in a plan but whose it is
-- in: id bigint
-- out: nothing
-- plan: point
DELETE FROM plan.grid_plan_share h WHERE h.plan_id = CAST(:id AS bigint)
