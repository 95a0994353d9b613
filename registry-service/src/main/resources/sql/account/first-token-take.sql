-- purpose: use a one-time token up
-- in: hash bytea, now timestamptz
-- out: nothing
-- plan: point
DELETE FROM access.first_token WHERE hash = CAST(:hash AS bytea) AND expires_at > CAST(:now AS timestamptz)
