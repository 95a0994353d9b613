-- purpose: a browser signs in
-- in: hash bytea, account bigint, factors int, now timestamptz, address text, agent text
-- out: nothing
-- plan: point
INSERT INTO access.session (hash, account_id, factors, began_at, seen_at, address, agent)
VALUES (CAST(:hash AS bytea), CAST(:account AS bigint), CAST(:factors AS int), CAST(:now AS timestamptz),
        CAST(:now AS timestamptz), CAST(:address AS text), CAST(:agent AS text))
