-- purpose: how many people may administer accounts in the whole city today
-- in: today date
-- out: count
-- plan: scan
SELECT count(DISTINCT a.id) AS count
FROM access.role_permission p
JOIN access.role_grant g ON g.role_id = p.role_id AND g.region_id IS NULL AND g.grid_id IS NULL AND g.days @> CAST(:today AS date)
JOIN access.account a ON a.id = g.account_id AND a.disabled_at IS NULL AND a.kind = 'PERSON'
WHERE p.permission = 'ACCOUNT_MANAGE'
