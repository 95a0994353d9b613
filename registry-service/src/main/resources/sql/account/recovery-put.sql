-- purpose: keep a recovery code
-- in: account bigint, hash bytea
-- out: nothing
-- plan: point
INSERT INTO access.recovery_code (account_id, hash) VALUES (CAST(:account AS bigint), CAST(:hash AS bytea))
