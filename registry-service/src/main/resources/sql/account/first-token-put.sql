-- purpose: put a one-time token in the place of the one before it
-- in: hash bytea, expires timestamptz
-- out: nothing
-- plan: point
WITH gone AS (DELETE FROM access.first_token WHERE hash <> CAST(:hash AS bytea))
INSERT INTO access.first_token (hash, expires_at) VALUES (CAST(:hash AS bytea), CAST(:expires AS timestamptz))
