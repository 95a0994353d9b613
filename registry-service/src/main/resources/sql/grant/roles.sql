-- purpose: all roles with what they allow, those of the product first
-- in: today date
-- out: id, name, label, built_in, permissions, fields, sights, accounts
-- plan: scan
SELECT r.id, r.name, r.label, r.built_in,
       ARRAY(SELECT p.permission FROM access.role_permission p WHERE p.role_id = r.id ORDER BY p.permission) AS permissions,
       ARRAY(SELECT f.field FROM access.role_field f WHERE f.role_id = r.id ORDER BY f.field) AS fields,
       ARRAY(SELECT f.sight FROM access.role_field f WHERE f.role_id = r.id ORDER BY f.field) AS sights,
       (SELECT count(DISTINCT g.account_id) FROM access.role_grant g WHERE g.role_id = r.id AND g.days @> CAST(:today AS date)) AS accounts
FROM access.role r
ORDER BY r.built_in DESC, r.id
