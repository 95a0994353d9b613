-- purpose: the picture, sealed
-- in: id bigint
-- out: content bytea?
-- plan: point
SELECT p.content FROM visit_photo p WHERE p.id = CAST(:id AS bigint) AND p.removed_at IS NULL
