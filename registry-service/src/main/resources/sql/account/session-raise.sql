-- purpose: a session was given its second factor, and goes on under another secret
-- in: id bigint, hash bytea
-- out: nothing
-- plan: point
UPDATE access.session SET factors = 2, hash = CAST(:hash AS bytea) WHERE id = CAST(:id AS bigint)
