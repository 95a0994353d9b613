-- purpose: set an account's password
-- in: id bigint, password text (hash), passing boolean
-- out: nothing
-- plan: point
UPDATE access.account
SET password = CAST(:password AS text), password_set_at = now(), password_passing = CAST(:passing AS boolean)
WHERE id = CAST(:id AS bigint)
