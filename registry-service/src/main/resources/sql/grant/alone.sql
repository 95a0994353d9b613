-- purpose: one change of who administers at a time, until the end of its transaction
-- in: nothing
-- out: locked (null)
-- plan: point
SELECT pg_advisory_xact_lock(4492)::text AS locked
