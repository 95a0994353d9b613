-- purpose: lets accounts draw in a plan
-- in: id bigint, accounts text[] (names)
-- out: account_id
-- plan: point
INSERT INTO plan.grid_plan_share (plan_id, account_id)
SELECT CAST(:id AS bigint), a.id FROM access.account a WHERE a.name = ANY (CAST(:accounts AS text[])) AND a.disabled_at IS NULL
RETURNING account_id
