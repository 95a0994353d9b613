-- purpose: asks that somebody be erased, in the name of the account the connection works for
-- in: person bigint, basis text, why text
-- out: id
-- plan: point
INSERT INTO access.erasure (person_id, basis, why)
VALUES (CAST(:person AS bigint), CAST(:basis AS text), CAST(:why AS text))
RETURNING id
