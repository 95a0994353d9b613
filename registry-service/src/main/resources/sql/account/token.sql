-- purpose: the token of a secret, who it is of, and the version of all rights
-- in: hash bytea
-- out: id, used_at, expires_at, account_id, name, display_name, demo, passing, enrolled, version
-- plan: point
SELECT t.id, t.used_at, t.expires_at, a.id AS account_id, a.name, a.display_name, a.demo,
       false AS passing,
       EXISTS (SELECT FROM access.totp o WHERE o.account_id = a.id AND o.confirmed_at IS NOT NULL) AS enrolled,
       access.version() AS version
FROM access.token t JOIN access.account a ON a.id = t.account_id
WHERE t.hash = CAST(:hash AS bytea) AND a.disabled_at IS NULL
