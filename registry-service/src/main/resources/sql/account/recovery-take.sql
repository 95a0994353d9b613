-- purpose: use a recovery code up
-- in: account bigint, hash bytea
-- out: nothing
-- plan: point
DELETE FROM access.recovery_code WHERE account_id = CAST(:account AS bigint) AND hash = CAST(:hash AS bytea)
