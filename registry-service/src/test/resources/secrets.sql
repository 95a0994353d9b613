-- Two people whose every field can be told in an answer: 520 lives in 301 as head of 404; 521 lived there before, and
-- lives in another community now. 522 is 520 entered twice.
SET search_path = register, public;
INSERT INTO identity.person (id, source, key) SELECT i, 'fixture', i FROM generate_series(520, 522) i;
INSERT INTO identity.household (id, source, key) VALUES (404, 'fixture', '404');
INSERT INTO identity.residence (id, source, key) SELECT i, 'fixture', i FROM generate_series(620, 623) i;
INSERT INTO household (id, valid, opened_by, unit_id, community_id, kind) VALUES (404, '[2024-01-01,)', 1, 301, 11, 'FAMILY');
INSERT INTO person (id, valid, opened_by, name, sex, birth_date, document_type, document_number, nationality, ethnicity, phone, registered_address, registered_region_code, registration_book, residence_permit) VALUES
  (520, '[2024-01-01,)', 1, '欧阳静云', 'FEMALE', '1977-03-14', 'CITIZEN_ID', '339901197703140024', 'CHN', '畲族', '13987654321', '双河市东城区河滨街道沿江社区滨江路18号3幢502室', '339901001001', '83020177', 'JZ2023123456'),
  (521, '[2024-01-01,)', 1, '司马望舒', 'MALE',   '1968-10-09', 'CITIZEN_ID', '339901196810090011', 'CHN', '彝族', '13711223344', '双河市西城区桥头街道桥东社区桥东路7号', '339901001002', '83020188', NULL),
  (522, '[2024-01-01,)', 1, '欧阳静云', 'FEMALE', '1977-03-14', 'CITIZEN_ID', '339901197703140024', 'CHN', NULL, '13987650000', NULL, NULL, NULL, NULL);
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, household_id, community_id, role, relation, main) VALUES
  (620, '[2024-01-01,)',           1, 520, 301, 404,  11, 'OWNER',  'HEAD', true),
  (621, '[2024-01-01,2025-01-01)', 1, 521, 301, NULL, 11, 'LODGER', NULL,   true),
  (622, '[2025-01-01,)',           1, 521, 312, NULL, 12, 'OWNER',  NULL,   true),
  (623, '[2024-01-01,)',           1, 522, 301, NULL, 11, 'LODGER', NULL,   true);
SELECT register.place_persons(ARRAY[520, 521, 522]);
