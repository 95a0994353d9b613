-- purpose: make a token
-- in: account bigint, name text, hash bytea, expires timestamptz?
-- out: id
-- plan: point
INSERT INTO access.token (account_id, name, hash, expires_at)
VALUES (CAST(:account AS bigint), CAST(:name AS text), CAST(:hash AS bytea), CAST(:expires AS timestamptz))
RETURNING id
