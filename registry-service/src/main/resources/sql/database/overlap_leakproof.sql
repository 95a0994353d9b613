-- purpose: whether the spatial indexes stay in use under row-level security
-- in: nothing
-- out: leakproof boolean
-- plan: point
SELECT p.proleakproof AS leakproof
FROM pg_proc p
WHERE p.oid = 'geometry_overlaps(geometry, geometry)'::regprocedure
