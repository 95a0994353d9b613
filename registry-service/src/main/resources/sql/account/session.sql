-- purpose: the session of a cookie, who it is of, and the version of all rights
-- in: hash bytea
-- out: id, factors, began_at, seen_at, idle_minutes, longest_hours, account_id, name, display_name, demo, passing, enrolled, version
-- plan: point
SELECT s.id, s.factors, s.began_at, s.seen_at,
       (SELECT value::int FROM setting WHERE name = 'session.idle_minutes') AS idle_minutes,
       (SELECT value::int FROM setting WHERE name = 'session.longest_hours') AS longest_hours,
       a.id AS account_id, a.name, a.display_name, a.demo, a.password_passing AS passing,
       EXISTS (SELECT FROM access.totp o WHERE o.account_id = a.id AND o.confirmed_at IS NOT NULL) AS enrolled,
       access.version() AS version
FROM access.session s JOIN access.account a ON a.id = s.account_id
WHERE s.hash = CAST(:hash AS bytea) AND a.disabled_at IS NULL
