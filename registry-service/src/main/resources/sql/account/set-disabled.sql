-- purpose: let an account be used no longer, or again
-- in: id bigint, disabled boolean
-- out: nothing
-- plan: point
UPDATE access.account
SET disabled_at = CASE WHEN CAST(:disabled AS boolean) THEN now() END
WHERE id = CAST(:id AS bigint) AND (disabled_at IS NOT NULL) <> CAST(:disabled AS boolean)
