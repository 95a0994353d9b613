-- purpose: the version of all rights
-- in: nothing
-- out: version
-- plan: point
SELECT access.version() AS version
