-- purpose: call a role of one's own by another name on screens
-- in: id bigint, label text
-- out: nothing
-- plan: point
UPDATE access.role SET label = CAST(:label AS text) WHERE id = CAST(:id AS bigint) AND NOT built_in
