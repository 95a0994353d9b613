-- purpose: let one at a time make the first account
-- in: nothing
-- out: alone
-- plan: point
SELECT pg_advisory_xact_lock(4490, 1) IS NULL AS alone
