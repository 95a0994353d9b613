-- purpose: a browser was seen
-- in: id bigint, now timestamptz
-- out: nothing
-- plan: point
UPDATE access.session SET seen_at = CAST(:now AS timestamptz) WHERE id = CAST(:id AS bigint)
