-- purpose: an account
-- in: id bigint
-- out: id, name, display_name, kind, password, passing, demo, disabled, password_set_at
-- plan: point
SELECT a.id, a.name, a.display_name, a.kind, a.password, a.password_passing AS passing, a.demo,
       a.disabled_at IS NOT NULL AS disabled, a.password_set_at
FROM access.account a
WHERE a.id = CAST(:id AS bigint)
