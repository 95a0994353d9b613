-- Marks what has a text of its own, so that an answer tells whose row is in it: each text is found in no other. People
-- have a full set of personal fields; sealed once a service starts.
SET search_path = register, public;
UPDATE building SET name = '楼@' || id || '@';
UPDATE address SET text = text || '@' || id || '@';
UPDATE estate SET name = '苑@' || id || '@';
UPDATE organisation SET name = '商@' || id || '@';
UPDATE staff_post SET name = '岗@' || id || '@';
UPDATE evidence SET note = '见@' || id || '@';
UPDATE person SET
  name = '密名' || id || '氏', phone = convert_to('1390' || lpad(id::text, 7, '0'), 'UTF8'),
  document_type = 'PASSPORT', document_number = convert_to('PX' || lpad(id::text, 9, '0') || 'Z', 'UTF8'),
  birth_date = '1931-01-01'::date + (id % 360)::int, ethnicity = '族' || id || '裔',
  registered_address = '双河市密址' || id || '号', registration_book = '簿' || lpad(id::text, 8, '0'),
  residence_permit = '证' || lpad(id::text, 10, '0');
INSERT INTO identity.lineage (id, source, key) VALUES (851, 'questions', '1'), (852, 'questions', '2');
INSERT INTO lineage (id, valid, opened_by, kind, from_id, to_id, relation) VALUES
  (851, '[2026-01-01,)', 1, 'UNIT', 322, 321, 'REPLACED_BY'), (852, '[2024-01-01,)', 1, 'PERSON', 553, 552, 'SAME_AS');
INSERT INTO access.account (name, display_name) VALUES ('requests', 'requests');
INSERT INTO access.erasure (id, person_id, basis, why, asked_by) OVERRIDING SYSTEM VALUE
SELECT 90000 + p.id, p.id, 'REQUEST', '试验', a.id FROM (SELECT DISTINCT id FROM person) p, access.account a WHERE a.name = 'requests';
INSERT INTO plan.grid_plan (id, name, document, based_on, base, account_id, saved_by) OVERRIDING SYSTEM VALUE
SELECT 95000 + g.community_id, '案@' || (95000 + g.community_id) || '@',
       jsonb_build_object('grids', jsonb_agg(jsonb_build_object('id', g.id, 'community', left(g.code, 12), 'name', g.name, 'kind', g.kind,
         'setting', g.setting, 'geometry', ST_AsGeoJSON(g.geom, 8, 0)::jsonb))),
       '2026-11-01', '{}', min(a.id), min(a.id)
FROM grid g, access.account a
WHERE a.name = 'requests' AND g.valid @> date '2026-11-01'
GROUP BY g.community_id;
INSERT INTO plan.grid_plan_community (plan_id, community_id) VALUES (95011, 11), (95012, 12);
SELECT place_all();
