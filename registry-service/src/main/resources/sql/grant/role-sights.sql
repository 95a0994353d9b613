-- purpose: give a role sight of personal fields
-- in: id bigint, fields text[], sights text[]
-- out: nothing
-- plan: point
INSERT INTO access.role_field (role_id, field, sight)
SELECT CAST(:id AS bigint), f, s FROM unnest(CAST(:fields AS text[]), CAST(:sights AS text[])) x (f, s)
