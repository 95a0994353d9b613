-- purpose: remove a role of one's own that nobody was ever given
-- in: id bigint
-- out: nothing
-- plan: point
DELETE FROM access.role WHERE id = CAST(:id AS bigint) AND NOT built_in
