-- purpose: make an account
-- in: name text (folded), displayName text, kind text, password text? (hash), passing boolean, demo boolean
-- out: id
-- plan: point
INSERT INTO access.account (name, display_name, kind, password, password_set_at, password_passing, demo)
VALUES (CAST(:name AS text), CAST(:displayName AS text), CAST(:kind AS text), CAST(:password AS text),
        CASE WHEN CAST(:password AS text) IS NOT NULL THEN now() END, CAST(:passing AS boolean), CAST(:demo AS boolean))
RETURNING id
