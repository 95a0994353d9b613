-- purpose: an account's tokens, the newest first
-- in: account bigint
-- out: id, name, made_at, used_at, expires_at
-- plan: point
SELECT t.id, t.name, t.made_at, t.used_at, t.expires_at
FROM access.token t WHERE t.account_id = CAST(:account AS bigint) ORDER BY t.id DESC
