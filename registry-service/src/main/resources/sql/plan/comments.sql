-- purpose: what was said of a plan, in order
-- in: id bigint, afterId bigint, limit int
-- out: id, account, account_name, at, text, grid?, lon?, lat?
-- plan: window
SELECT c.id, a.name AS account, a.display_name AS account_name, c.at, c.text, c.grid, c.lon, c.lat
FROM plan.grid_plan_comment c
JOIN access.account a ON a.id = c.account_id
WHERE c.plan_id = CAST(:id AS bigint) AND c.id > CAST(:afterId AS bigint)
ORDER BY c.id
LIMIT CAST(:limit AS int)
