-- purpose: remember that a browser signed in to an account
-- in: hash bytea, account bigint, now timestamptz
-- out: nothing
-- plan: point
INSERT INTO access.known_browser (hash, account_id, seen_at)
VALUES (CAST(:hash AS bytea), CAST(:account AS bigint), CAST(:now AS timestamptz))
ON CONFLICT ON CONSTRAINT known_browser_pk DO UPDATE SET seen_at = excluded.seen_at
