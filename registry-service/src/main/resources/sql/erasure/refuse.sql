-- purpose: refuses a request, in the name of the account the connection works for
-- in: id bigint, why text
-- out: refused
-- plan: point
SELECT access.refuse_erasure(CAST(:id AS bigint), CAST(:why AS text)) AS refused
