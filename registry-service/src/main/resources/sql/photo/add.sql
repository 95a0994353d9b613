-- purpose: adds a photo to a visit, in the name of the account the connection works for
-- in: id bigint, evidence bigint, content bytea (sealed), width int, height int, bytes int
-- out: nothing
-- plan: point
INSERT INTO visit_photo (id, evidence_id, content, width, height, bytes)
VALUES (CAST(:id AS bigint), CAST(:evidence AS bigint), CAST(:content AS bytea), CAST(:width AS int), CAST(:height AS int), CAST(:bytes AS int))
