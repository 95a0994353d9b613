-- purpose: the account of a name
-- in: name text
-- out: id
-- plan: point
SELECT a.id FROM access.account a WHERE a.name = CAST(:name AS text)
