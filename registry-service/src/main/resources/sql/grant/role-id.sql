-- purpose: the role of a name
-- in: name text
-- out: id
-- plan: point
SELECT r.id FROM access.role r WHERE r.name = CAST(:name AS text)
