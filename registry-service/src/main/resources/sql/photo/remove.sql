-- purpose: takes a photo out, in the name of the account the connection works for; it stays, and is shown no more
-- in: id bigint, why text
-- out: nothing
-- plan: point
UPDATE visit_photo SET removed_by = access.current_account(), removed_at = clock_timestamp(), why = CAST(:why AS text)
WHERE id = CAST(:id AS bigint) AND removed_at IS NULL
