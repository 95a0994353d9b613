-- purpose: take a role of one's own its permissions
-- in: id bigint
-- out: nothing
-- plan: point
DELETE FROM access.role_permission WHERE role_id = CAST(:id AS bigint)
