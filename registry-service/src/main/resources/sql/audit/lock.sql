-- purpose: let one sequencer at a time link entries, until the end of its transaction
-- in: nothing
-- out: locked (null)
-- plan: point
SELECT pg_advisory_xact_lock(4491)::text AS locked
