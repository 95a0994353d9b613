-- purpose: the account an identity provider calls so
-- in: provider text, subject text
-- out: id, name, display_name, kind, password, passing, demo, disabled, password_set_at
-- plan: point
SELECT a.id, a.name, a.display_name, a.kind, a.password, a.password_passing AS passing, a.demo,
       a.disabled_at IS NOT NULL AS disabled, a.password_set_at
FROM access.account a
WHERE a.provider = CAST(:provider AS text) AND a.subject = CAST(:subject AS text)
