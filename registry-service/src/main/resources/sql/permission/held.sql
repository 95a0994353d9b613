-- purpose: the roles an account has today, what they allow and where
-- in: account bigint
-- out: name, label, permissions, fields, sights, whole_city, communities, grids
-- plan: point
SELECT r.name, r.label, h.whole_city,
       ARRAY(SELECT p.permission FROM access.role_permission p WHERE p.role_id = r.id) AS permissions,
       ARRAY(SELECT f.field FROM access.role_field f WHERE f.role_id = r.id ORDER BY f.field) AS fields,
       ARRAY(SELECT f.sight FROM access.role_field f WHERE f.role_id = r.id ORDER BY f.field) AS sights,
       ARRAY(SELECT c.community_id FROM access.account_community c
             WHERE c.account_id = h.account_id AND c.role_id = h.role_id) AS communities,
       ARRAY(SELECT g.grid_id FROM access.account_grid g
             WHERE g.account_id = h.account_id AND g.role_id = h.role_id) AS grids
FROM access.account_role h JOIN access.role r ON r.id = h.role_id
WHERE h.account_id = CAST(:account AS bigint)
ORDER BY r.id
