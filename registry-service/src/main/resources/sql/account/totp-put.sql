-- purpose: keep a new shared secret where there is none, or none that was confirmed
-- in: account bigint, secret bytea (sealed)
-- out: nothing
-- plan: point
INSERT INTO access.totp AS t (account_id, secret) VALUES (CAST(:account AS bigint), CAST(:secret AS bytea))
ON CONFLICT ON CONSTRAINT totp_pk DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at, last_step = 0
WHERE t.confirmed_at IS NULL
