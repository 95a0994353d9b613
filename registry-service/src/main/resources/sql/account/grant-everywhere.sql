-- purpose: give an account a role in the whole city from a day on
-- in: account bigint, role text, from date, by text
-- out: nothing
-- plan: point
INSERT INTO access.role_grant (account_id, role_id, days, granted_by)
SELECT CAST(:account AS bigint), r.id, daterange(CAST(:from AS date), NULL), CAST(:by AS text)
FROM access.role r WHERE r.name = CAST(:role AS text)
