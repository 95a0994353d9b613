-- purpose: take a token back
-- in: account bigint, id bigint
-- out: nothing
-- plan: point
DELETE FROM access.token WHERE account_id = CAST(:account AS bigint) AND id = CAST(:id AS bigint)
