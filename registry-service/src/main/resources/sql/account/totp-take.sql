-- purpose: take a one-time code, unless it or a later one was taken before; the first one confirms the secret
-- in: account bigint, step bigint
-- out: nothing
-- plan: point
UPDATE access.totp SET last_step = CAST(:step AS bigint), confirmed_at = coalesce(confirmed_at, now())
WHERE account_id = CAST(:account AS bigint) AND last_step < CAST(:step AS bigint)
