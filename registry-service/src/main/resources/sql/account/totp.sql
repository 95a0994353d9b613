-- purpose: the shared secret of an account's one-time codes
-- in: account bigint
-- out: secret, confirmed, last_step
-- plan: point
SELECT t.secret, t.confirmed_at IS NOT NULL AS confirmed, t.last_step
FROM access.totp t WHERE t.account_id = CAST(:account AS bigint)
