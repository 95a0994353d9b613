-- purpose: a token was used
-- in: id bigint, now timestamptz
-- out: nothing
-- plan: point
UPDATE access.token SET used_at = CAST(:now AS timestamptz) WHERE id = CAST(:id AS bigint)
