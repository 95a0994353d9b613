-- A town of two communities, small enough to be counted by hand. Day of most facts: 2024-01-01.
--
--   30.02 +--------+--------+-----------------+
--         |  G1    |  G2    |  G3   +-----+   |     G1|G2 share x = 120.01, G2|G3 share x = 120.02.
--         |  (41)  |  (40)  |  (42) | G4  |   |     G4 (43) fills the hole of G3. G2's id is smaller than G1's.
--         |        |        |       +-----+   |     Until 2026-06-01 one grid (44) covered all of C1, under
--   30.00 +--------+--------+-----------------+     the code that G1 has now. G5 (45) has two parts far away.
--       120.00   120.01   120.02           120.04
SET search_path = register, public;

INSERT INTO change (who, why, source, kind) VALUES
  ('fixture', 'test', '手工台账.xlsx', 'IMPORT'), ('fixture', 'test', '手工登记', 'CORRECTION');

CREATE FUNCTION pg_temp.box(west float8, south float8, east float8, north float8) RETURNS geometry LANGUAGE sql AS
$$ SELECT ST_SnapToGrid(ST_MakeEnvelope(west, south, east, north, 4490), 1e-8) $$;
CREATE FUNCTION pg_temp.known(kind text, ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO identity.%I (id, source, key) SELECT i, ''fixture'', i FROM unnest($1) i', kind) USING ids;
END $$;

SELECT pg_temp.known('region', ARRAY[1, 2, 3, 11, 12]);
INSERT INTO region (id, valid, opened_by, level, code, name, parent_id, geom) VALUES
  (1,  '[2020-01-01,)', 1, 'CITY',      '3399',         '双河市',   NULL, ST_Multi(pg_temp.box(120.00, 30.00, 120.04, 30.02))),
  (2,  '[2020-01-01,)', 1, 'DISTRICT',  '339901',       '东城区',   1,    ST_Multi(pg_temp.box(120.00, 30.00, 120.04, 30.02))),
  (3,  '[2020-01-01,)', 1, 'STREET',    '339901001',    '河滨街道', 2,    ST_Multi(pg_temp.box(120.00, 30.00, 120.04, 30.02))),
  (11, '[2020-01-01,)', 1, 'COMMUNITY', '339901001001', '柳岸社区', 3,    ST_Multi(pg_temp.box(120.00, 30.00, 120.02, 30.02))),
  (12, '[2020-01-01,)', 1, 'COMMUNITY', '339901001002', '桥头社区', 3,    ST_Multi(pg_temp.box(120.02, 30.00, 120.04, 30.02)));

SELECT pg_temp.known('grid', ARRAY[40, 41, 42, 43, 44, 45]);
INSERT INTO grid (id, valid, opened_by, code, name, kind, setting, community_id, geom) VALUES
  (44, '[2020-01-01,2026-06-01)', 1, '339901001001001', '柳岸全境',   'BASIC', 'URBAN', 11, ST_Multi(pg_temp.box(120.00, 30.00, 120.02, 30.02))),
  (41, '[2026-06-01,)',           1, '339901001001001', '柳岸西网格', 'BASIC', 'URBAN', 11, ST_Multi(pg_temp.box(120.00, 30.00, 120.01, 30.02))),
  (40, '[2026-06-01,)',           1, '339901001001002', '柳岸东网格', 'BASIC', 'URBAN', 11, ST_Multi(pg_temp.box(120.01, 30.00, 120.02, 30.02))),
  (42, '[2020-01-01,)',           1, '339901001002001', '桥头网格',   'BASIC', 'RURAL', 12,
   ST_Multi(ST_Difference(pg_temp.box(120.02, 30.00, 120.04, 30.02), pg_temp.box(120.025, 30.005, 120.035, 30.015)))),
  (43, '[2020-01-01,)',           1, '339901001002012', '大学城',     'DEDICATED', 'URBAN', 12, ST_Multi(pg_temp.box(120.025, 30.005, 120.035, 30.015))),
  (45, '[2020-01-01,)',           1, '339901001002013', '飞地网格',   'BASIC', 'RURAL', 12,
   ST_Collect(pg_temp.box(120.10, 30.10, 120.11, 30.11), pg_temp.box(120.12, 30.12, 120.13, 30.13)));

SELECT pg_temp.known('staff_post', ARRAY[51, 52]);
INSERT INTO staff_post (id, valid, opened_by, grid_id, role, name, phone) VALUES
  (52, '[2026-06-01,)', 1, 41, 'ASSISTANT', '协管员甲', NULL),
  (51, '[2026-06-01,)', 1, 41, 'LEADER',    '网格长甲', '12345');

SELECT pg_temp.known('estate', ARRAY[61]);
INSERT INTO estate (id, valid, opened_by, name, aliases, community_id, geom) VALUES
  (61, '[2020-01-01,)', 1, '阳光花园', '{老纺织厂宿舍}', 11, ST_Multi(pg_temp.box(120.001, 30.001, 120.006, 30.006)));

SELECT pg_temp.known('road', ARRAY[71]);
INSERT INTO road (id, valid, opened_by, name, class, geom) VALUES
  (71, '[2020-01-01,)', 1, '人民路', 'ARTERIAL', ST_GeomFromText('MULTILINESTRING((120.00 30.01, 120.04 30.01))', 4490));

SELECT pg_temp.known('context_feature', ARRAY[81, 82, 83]);
INSERT INTO context_feature (id, valid, opened_by, theme, kind, name, geom) VALUES
  (81, '[2020-01-01,)', 1, 'WATER',   'river', '双河',     pg_temp.box(120.00, 30.018, 120.04, 30.019)),
  (82, '[2020-01-01,)', 1, 'LANDUSE', 'park',  '滨河公园', pg_temp.box(120.012, 30.012, 120.018, 30.016)),
  (83, '[2020-01-01,)', 1, 'POI',     'bus_stop', '人民路站', ST_SetSRID(ST_MakePoint(120.005, 30.0101), 4490));

-- Buildings: 101 in G1, 102 on the edge G1|G2, 103 in G2, 104 in G3, 105 in G4, 106 on the edge G2|G3 and C1|C2,
-- 107 demolished in G1, 108 without units in G1, 109 outside every grid, 110 in G1 from 2026-07-01,
-- 111 and 112 in the two parts of G5, 113 between them.
CREATE TEMP TABLE place (id bigint, lon float8, lat float8);
INSERT INTO place VALUES (101, 120.003, 30.003), (102, 120.01, 30.008), (103, 120.015, 30.005), (104, 120.022, 30.002),
  (105, 120.03, 30.01), (106, 120.02, 30.012), (107, 120.004, 30.012), (108, 120.006, 30.015), (109, 120.2, 30.2),
  (110, 120.002, 30.017), (111, 120.105, 30.105), (112, 120.125, 30.125), (113, 120.115, 30.115);

SELECT pg_temp.known('address', ARRAY(SELECT id + 1000 FROM place) || ARRAY(SELECT generate_series(2000, 2019)));
INSERT INTO address (id, valid, opened_by, aliases, text, city, district, street, road, door_number, estate, building, road_id, geom)
SELECT p.id + 1000, '[2020-01-01,)', 1, CASE p.id WHEN 108 THEN '{煤场大院}' ELSE '{}' END::text[], '双河市东城区河滨街道人民路' || p.id || '号' || CASE p.id WHEN 101 THEN '阳光花园1幢' ELSE '' END,
       '双河市', '东城区', '河滨街道', '人民路', p.id || '号', CASE p.id WHEN 101 THEN '阳光花园' END, CASE p.id WHEN 101 THEN '1幢' END, 71,
       ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4490)
FROM place p;

SELECT pg_temp.known('building', ARRAY(SELECT id FROM place));
INSERT INTO building (id, valid, opened_by, name, use, status, structure, floors, floors_below, height_m, year_built, address_id, community_id, footprint)
SELECT p.id, CASE p.id WHEN 110 THEN '[2026-07-01,)' ELSE '[2020-01-01,)' END::daterange, 1,
       CASE p.id WHEN 101 THEN '1幢' WHEN 105 THEN '图书馆' WHEN 103 THEN '50%_特价\楼' END,
       'RESIDENTIAL', CASE p.id WHEN 107 THEN 'DEMOLISHED' ELSE 'STANDING' END, 'CONCRETE', 6, 1, 18.5, 1998, p.id + 1000,
       CASE WHEN p.lon <= 120.02 THEN 11 WHEN p.lon < 120.05 THEN 12 END,
       ST_Multi(pg_temp.box(p.lon - 0.0001, p.lat - 0.0001, p.lon + 0.0001, p.lat + 0.0001))
FROM place p;

SELECT pg_temp.known('entrance', ARRAY[201, 202, 203]);
INSERT INTO entrance (id, valid, opened_by, building_id, name, ordinal) VALUES
  (201, '[2020-01-01,)', 1, 101, '2单元', 2), (202, '[2020-01-01,)', 1, 101, '1单元', 1), (203, '[2020-01-01,)', 1, 103, '1单元', 1);

-- Units of 101: 1单元 has 101, 102, 201, 202 and a garage on -1; 2单元 has 101, 1001 on floor 10 and 201; one shop
-- without an entrance. One unit each in the others.
SELECT pg_temp.known('unit', ARRAY(SELECT generate_series(301, 322)));
INSERT INTO unit (id, valid, opened_by, building_id, entrance_id, address_id, community_id, floor, room, use, area_m2) VALUES
  (301, '[2020-01-01,)', 1, 101, 202, 2000, 11, 1, '101', 'DWELLING', 88.5),
  (302, '[2020-01-01,)', 1, 101, 202, 2001, 11, 1, '102', 'DWELLING', 60),
  (303, '[2020-01-01,)', 1, 101, 202, 2002, 11, 2, '201', 'DWELLING', NULL),
  (304, '[2020-01-01,)', 1, 101, 202, 2003, 11, 2, '202', 'DWELLING', 60),
  (305, '[2020-01-01,)', 1, 101, 202, NULL, 11, -1, '01',  'GARAGE',   20),
  (306, '[2020-01-01,)', 1, 101, 201, 2004, 11, 1, '101', 'DWELLING', 88.5),
  (307, '[2020-01-01,)', 1, 101, 201, 2005, 11, 10, '1001', 'DWELLING', 88.5),
  (308, '[2020-01-01,)', 1, 101, 201, 2006, 11, 2, '201', 'DWELLING', 88.5),
  (309, '[2020-01-01,)', 1, 101, NULL, 2007, 11, 1, '底商1', 'SHOP', 40),
  (310, '[2020-01-01,)', 1, 102, NULL, 2008, 11, 1, '101', 'DWELLING', 70),
  (311, '[2020-01-01,)', 1, 103, 203,  2009, 11, 3, '301', 'DWELLING', 70),
  (312, '[2020-01-01,)', 1, 104, NULL, 2010, 12, 1, '101', 'DWELLING', 70),
  (313, '[2020-01-01,)', 1, 105, NULL, 2011, 12, 1, '101', 'DORMITORY', 70),
  (314, '[2020-01-01,)', 1, 106, NULL, 2012, 11, 1, '101', 'DWELLING', 70),
  (315, '[2020-01-01,)', 1, 107, NULL, 2013, 11, 1, '101', 'DWELLING', 70),
  (316, '[2020-01-01,)', 1, 109, NULL, 2014, NULL, 1, '101', 'DWELLING', 70),
  (317, '[2026-07-01,)', 1, 110, NULL, 2015, 11, 1, '101', 'DWELLING', 70),
  (318, '[2020-01-01,)', 1, 111, NULL, 2016, NULL, 1, '101', 'DWELLING', 70),
  (319, '[2020-01-01,)', 1, 112, NULL, 2017, NULL, 1, '101', 'DWELLING', 70),
  (320, '[2020-01-01,)', 1, 113, NULL, 2018, NULL, 1, '101', 'DWELLING', 70),
  (321, '[2020-01-01,)', 1, 103, 203,  2019, 11, 3, '302', 'DWELLING', 70),
  (322, '[2020-01-01,2026-01-01)', 1, 103, 203, NULL, 11, 4, '401', 'DWELLING', 70);
INSERT INTO address (id, valid, opened_by, text, city, district, street, road, door_number, estate, building, entrance, room, road_id, geom)
SELECT u.address_id, '[2020-01-01,)', 1, b.text || coalesce(n.name, '') || u.room || '室', b.city, b.district, b.street, b.road, b.door_number,
       b.estate, b.building, n.name, u.room || '室', b.road_id, b.geom
FROM unit u JOIN address b ON b.id = u.building_id + 1000 LEFT JOIN entrance n ON n.id = u.entrance_id
WHERE u.address_id IS NOT NULL;

SELECT pg_temp.known('household', ARRAY[401, 402, 403]);
INSERT INTO household (id, valid, opened_by, unit_id, community_id, kind) VALUES
  (401, '[2024-01-01,)', 1, 301, 11, 'FAMILY'), (402, '[2024-01-01,)', 1, 304, 11, 'FAMILY'), (403, '[2024-01-01,)', 1, 306, 11, 'FAMILY');

-- 501 and 502 live in 301 (户籍 and 人户分离), 503 rents 304 from outside, 504 is a foreigner there, 505 left 306 on
-- 2026-03-01, 506 lives in 301 beside a main residence elsewhere (311), 507's registered region is not known.
SELECT pg_temp.known('person', ARRAY[501, 502, 503, 504, 505, 506, 507]);
INSERT INTO person (id, valid, opened_by, name, sex, birth_date, document_type, document_number, nationality, ethnicity, phone, registered_region_code) VALUES
  (501, '[2024-01-01,)', 1, '甲', 'MALE',   '1980-01-01', 'CITIZEN_ID', 'X1', 'CHN', '汉', '1', '339901001001'),
  (502, '[2024-01-01,)', 1, '乙', 'FEMALE', '1982-01-01', 'CITIZEN_ID', 'X2', 'CHN', '汉', '1', '339902001'),
  (503, '[2024-01-01,)', 1, '丙', 'MALE',   '1990-01-01', 'CITIZEN_ID', 'X3', 'CHN', '汉', NULL, '110101'),
  (504, '[2024-01-01,)', 1, 'D',  'MALE',   '1990-01-01', 'PASSPORT',   'X4', 'FRA', NULL, '1', NULL),
  (505, '[2024-01-01,)', 1, '戊', 'MALE',   '1990-01-01', 'CITIZEN_ID', 'X5', 'CHN', '汉', '1', '339901001001'),
  (506, '[2024-01-01,)', 1, '己', 'MALE',   '1990-01-01', 'CITIZEN_ID', 'X6', 'CHN', '汉', '1', '339901001001'),
  (507, '[2024-01-01,)', 1, '庚', NULL,     '1990-01-01', 'CITIZEN_ID', 'X7', 'CHN', '汉', '1', NULL);
SELECT pg_temp.known('residence', ARRAY[601, 602, 603, 604, 605, 606, 607, 608]);
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, household_id, community_id, role, relation, main) VALUES
  (601, '[2024-01-01,)',           1, 501, 301, 401,  11, 'OWNER',  'HEAD',   true),
  (602, '[2024-01-01,)',           1, 502, 301, 401,  11, 'FAMILY', 'SPOUSE', true),
  (603, '[2024-01-01,)',           1, 503, 304, 402,  11, 'TENANT', 'HEAD',   true),
  (604, '[2024-01-01,)',           1, 504, 304, 402,  11, 'LODGER', NULL,     true),
  (605, '[2024-01-01,2026-03-01)', 1, 505, 306, 403,  11, 'OWNER',  'HEAD',   true),
  (606, '[2024-01-01,)',           1, 506, 301, NULL, 11, 'LODGER', NULL,     false),
  (607, '[2024-01-01,)',           1, 506, 311, NULL, 11, 'OWNER',  NULL,     true),
  (608, '[2024-01-01,)',           1, 507, 304, NULL, 11, 'LODGER', NULL,     true);

SELECT pg_temp.known('organisation', ARRAY[701, 702]);
INSERT INTO organisation (id, valid, opened_by, name, kind, industry, unit_id) VALUES
  (701, '[2024-01-01,)', 1, '早点铺', 'SHOP', '早餐', 309),
  (702, '[2025-01-01,)', 2, '裁缝铺', 'SHOP', NULL, 309);
-- 702 was first taken for a tailor's school.
INSERT INTO organisation (id, valid, recorded, opened_by, closed_by, name, kind, unit_id) VALUES
  (702, '[2025-01-01,)', '[2025-01-01 00:00+8,2025-02-01 00:00+8)', 1, 2, '裁缝学校', 'SCHOOL', 309);

-- 302 seen empty long ago, 306 seen empty after the owner left, 304 seen empty while let (contradiction), 303 a reading
-- suggests it is empty, 307 nothing, 308 nobody opened; all others seen empty unless lived in.
SELECT pg_temp.known('evidence', ARRAY(SELECT generate_series(801, 816)));
INSERT INTO evidence (id, valid, opened_by, unit_id, kind, finding, note, seen_by) VALUES
  (801, '[2025-06-01,)', 1, 302, 'VISIT',   'EMPTY',        '门窗积灰', '网格员甲'),
  (802, '[2026-04-10,)', 1, 306, 'VISIT',   'EMPTY',        NULL, NULL),
  (803, '[2026-11-01,)', 1, 304, 'VISIT',   'EMPTY',        NULL, '网格员甲'),
  (804, '[2026-10-01,)', 1, 303, 'READING', 'LIKELY_EMPTY', NULL, '供电公司'),
  (805, '[2026-10-01,)', 1, 308, 'VISIT',   'NO_ANSWER',    NULL, '网格员甲'),
  (806, '[2026-10-01,)', 1, 310, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (807, '[2026-10-01,)', 1, 321, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (808, '[2026-10-01,)', 1, 312, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (809, '[2026-10-01,)', 1, 313, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (810, '[2026-10-01,)', 1, 314, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (811, '[2026-10-01,)', 1, 315, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (812, '[2026-10-01,)', 1, 316, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (813, '[2026-10-01,)', 1, 317, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (814, '[2026-10-01,)', 1, 318, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (815, '[2026-10-01,)', 1, 319, 'VISIT',   'EMPTY',        NULL, '网格员乙'),
  (816, '[2026-10-01,)', 1, 320, 'VISIT',   'EMPTY',        NULL, '网格员乙');

SELECT occupancy_refresh(ARRAY(SELECT generate_series(301, 322)));
SELECT setval('identity.id_seq', 100000); -- what the register makes itself comes after what stands here

-- What row-level security asks.
SELECT place_all();
