-- purpose: take a role of one's own its sights
-- in: id bigint
-- out: nothing
-- plan: point
DELETE FROM access.role_field WHERE role_id = CAST(:id AS bigint)
