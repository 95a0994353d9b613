-- purpose: give a role permissions
-- in: id bigint, permissions text[]
-- out: nothing
-- plan: point
INSERT INTO access.role_permission (role_id, permission)
SELECT CAST(:id AS bigint), p FROM unnest(CAST(:permissions AS text[])) p
