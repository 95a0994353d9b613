-- purpose: accounts by name, as who administers sees them
-- in: words text? (part of a name, lower case), id bigint? (that one alone), after text (name), today date, limit int
-- out: id, name, display_name, kind, demo, disabled, has_password, passing, second_factor, seen_at?, roles
-- plan: window
SELECT a.id, a.name, a.display_name, a.kind, a.demo, a.disabled_at IS NOT NULL AS disabled, a.password IS NOT NULL AS has_password,
       a.password_passing AS passing,
       EXISTS (SELECT FROM access.totp t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL) AS second_factor,
       (SELECT max(s.seen_at) FROM access.session s WHERE s.account_id = a.id) AS seen_at,
       ARRAY(SELECT DISTINCT r.label FROM access.role_grant g JOIN access.role r ON r.id = g.role_id
             WHERE g.account_id = a.id AND g.days @> CAST(:today AS date) ORDER BY r.label) AS roles
FROM access.account a
WHERE a.name > CAST(:after AS text)
  AND (CAST(:id AS bigint) IS NULL OR a.id = CAST(:id AS bigint))
  AND (CAST(:words AS text) IS NULL OR strpos(a.name, CAST(:words AS text)) > 0 OR strpos(lower(a.display_name), CAST(:words AS text)) > 0)
ORDER BY a.name LIMIT CAST(:limit AS integer)
