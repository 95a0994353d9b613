-- purpose: forget an account's recovery codes
-- in: account bigint
-- out: nothing
-- plan: point
DELETE FROM access.recovery_code WHERE account_id = CAST(:account AS bigint)
