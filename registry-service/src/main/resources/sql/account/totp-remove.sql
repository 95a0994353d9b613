-- purpose: forget an account's shared secret
-- in: account bigint
-- out: nothing
-- plan: point
DELETE FROM access.totp WHERE account_id = CAST(:account AS bigint)
