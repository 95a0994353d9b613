-- More people in the town of fixture.sql: registered where they do not live, and entered twice. Of one test alone: what
-- other tests count or choose from stays as it is.
SET search_path = register, public;
INSERT INTO identity.person (id, source, key) SELECT i, 'fixture', i FROM generate_series(508, 512) i;
INSERT INTO identity.residence (id, source, key) SELECT i, 'fixture', i FROM generate_series(609, 610) i;
INSERT INTO identity.lineage (id, source, key) VALUES (801, 'fixture', '801');
-- 508 and 509 are registered at 302 and do not live there: one in a book of its own, one without, who lives in 311.
INSERT INTO person (id, valid, opened_by, name, sex, birth_date, document_type, document_number, nationality, registered_address, registration_book, registered_unit_id) VALUES
  (508, '[2024-01-01,)', 1, '辛', 'FEMALE', '1991-01-01', 'CITIZEN_ID', 'X8', 'CHN', '户籍甲', '80010001', 302),
  (509, '[2024-01-01,)', 1, '壬', 'MALE',   '1991-01-01', 'CITIZEN_ID', 'X9', 'CHN', '户籍乙', NULL, 302);
-- 510 is 501 once more, 511 is 502 and 512 is 508: entered a second time under the number of the document.
INSERT INTO person (id, valid, opened_by, name, sex, birth_date, document_type, document_number, nationality, phone, registered_address) VALUES
  (510, '[2024-01-01,)', 1, '甲', 'FEMALE', '1980-01-01', 'CITIZEN_ID', 'X1', 'CHN', '13800000010', '户籍甲'),
  (511, '[2024-01-01,)', 1, '乙', 'FEMALE', '1982-01-01', 'CITIZEN_ID', 'X2', 'CHN', '13800000011', '户籍乙'),
  (512, '[2024-01-01,)', 1, '辛', 'FEMALE', '1991-01-01', 'CITIZEN_ID', 'X8', 'CHN', '13800000012', NULL);
-- 322 was replaced by 321.
INSERT INTO lineage (id, valid, opened_by, kind, from_id, to_id, relation) VALUES (801, '[2026-01-01,)', 1, 'UNIT', 322, 321, 'REPLACED_BY');
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, community_id, role, main) VALUES (610, '[2026-11-01,2026-11-10)', 1, 510, 311, 11, 'LODGER', true);
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, community_id, role, main) VALUES (609, '[2026-11-01,)', 1, 509, 311, 11, 'LODGER', true);
