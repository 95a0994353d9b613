-- purpose: let an identity provider vouch for an account that has no other way in
-- in: name text (folded), provider text, subject text
-- out: nothing
-- plan: point
UPDATE access.account SET provider = CAST(:provider AS text), subject = CAST(:subject AS text)
WHERE name = CAST(:name AS text) AND provider IS NULL AND password IS NULL AND kind = 'PERSON' AND NOT demo
