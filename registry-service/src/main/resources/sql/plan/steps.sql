-- purpose: who brought a plan to which state, in order
-- in: id bigint
-- out: account, account_name, at, state, why?, revision
-- plan: window
SELECT a.name AS account, a.display_name AS account_name, s.at, s.state, s.why, s.revision
FROM plan.grid_plan_step s
JOIN access.account a ON a.id = s.account_id
WHERE s.plan_id = CAST(:id AS bigint)
ORDER BY s.id
