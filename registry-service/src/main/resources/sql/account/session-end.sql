-- purpose: end one of an account's sessions, or all, or all but one
-- in: account bigint, only bigint?, except bigint?
-- out: nothing
-- plan: point
DELETE FROM access.session
WHERE account_id = CAST(:account AS bigint)
  AND (CAST(:only AS bigint) IS NULL OR id = CAST(:only AS bigint))
  AND (CAST(:except AS bigint) IS NULL OR id <> CAST(:except AS bigint))
