-- purpose: make a role of one's own; its stable name is made of its number
-- in: label text
-- out: id
-- plan: point
INSERT INTO access.role (name, label)
VALUES ('own-' || (SELECT count(*) + 1 FROM access.role) || '-' || substr(gen_random_uuid()::text, 1, 8), CAST(:label AS text))
RETURNING id
