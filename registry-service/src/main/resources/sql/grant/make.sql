-- purpose: give an account a role in an area on some days
-- in: account bigint, role bigint, region bigint?, grid bigint?, from date, to date?, standInFor bigint?, by text
-- out: id
-- plan: point
INSERT INTO access.role_grant (account_id, role_id, region_id, grid_id, days, stand_in_for, granted_by)
VALUES (CAST(:account AS bigint), CAST(:role AS bigint), CAST(:region AS bigint), CAST(:grid AS bigint),
        daterange(CAST(:from AS date), CAST(:to AS date)), CAST(:standInFor AS bigint), CAST(:by AS text))
RETURNING id
