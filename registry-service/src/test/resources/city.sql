-- A city of 200,000 buildings on a lattice, made in the database: 4 districts, 20 streets, 200 communities, 1,000 grids
-- of 200 buildings, 480,000 units, 320,000 persons. For plans and times, not for rules: what reads never use of a
-- table (foreign keys, exclusion constraints) is taken away first, for it would cost minutes.
--
-- Ids: regions 1…, grids 10,001…, addresses of doors 100,001…, buildings 1,000,001…, units 2,000,001…,
-- addresses of rooms 3,000,001…, persons 4,000,001…, residences 5,000,001…, households 6,000,001…,
-- entrances 7,000,001…, evidence 8,000,001…, organisations 9,000,001…, tenancies 9,500,001…
SET search_path = register, public;
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';

CREATE TEMP TABLE put_off (made text);
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
             WHERE connamespace = 'register'::regnamespace AND contype IN ('f', 'x')
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.owner, one.conname);
  END LOOP;
  FOR one IN SELECT x.indexrelid::regclass AS name, pg_get_indexdef(x.indexrelid) AS made
             FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid
             WHERE c.relnamespace = 'register'::regnamespace AND NOT x.indisunique
               AND c.relname IN ('address', 'building', 'unit', 'person', 'residence', 'household', 'evidence', 'unit_occupancy')
  LOOP
    INSERT INTO put_off (made) VALUES (one.made);
    EXECUTE format('DROP INDEX %s', one.name);
  END LOOP;
END $$;

INSERT INTO change (who, why, source, kind) VALUES ('city', 'made for plans', '城市样本', 'IMPORT');
SELECT number_changes();

CREATE FUNCTION pg_temp.box(x float8, y float8, wide float8, high float8) RETURNS geometry LANGUAGE sql IMMUTABLE AS
$$ SELECT ST_Multi(ST_SnapToGrid(ST_MakeEnvelope(x, y, x + wide, y + high, 4490), 1e-8)) $$;

-- A community is 0.05° × 0.02°: five grids side by side. Twenty columns of communities, ten rows; a row of a
-- column pair is a street.
CREATE TEMP TABLE community AS
SELECT n, n % 20 AS col, n / 20 AS line, n / 10 AS street, n / 50 AS district, 1 + 4 + 20 + n + 1 AS id
FROM generate_series(0, 199) n;
INSERT INTO region (id, valid, opened_by, level, code, name, parent_id, geom)
SELECT c.id, '[2020-01-01,)', 1, 'COMMUNITY', '3301' || to_char(c.district + 1, 'FM00') || to_char(c.street + 1, 'FM000') || to_char(c.n % 10 + 1, 'FM000'),
       '样本' || (c.n + 1) || '社区', 5 + c.street + 1, pg_temp.box(120 + c.col * 0.05, 30 + c.line * 0.02, 0.05, 0.02)
FROM community c;
INSERT INTO region (id, valid, opened_by, level, code, name, parent_id, geom)
SELECT 5 + s + 1, '[2020-01-01,)', 1, 'STREET', '3301' || to_char(s / 5 + 1, 'FM00') || to_char(s + 1, 'FM000'), '样本' || (s + 1) || '街道', 1 + s / 5 + 1,
       (SELECT ST_Multi(ST_Union(r.geom)) FROM region r WHERE r.parent_id = 5 + s + 1)
FROM generate_series(0, 19) s;
INSERT INTO region (id, valid, opened_by, level, code, name, parent_id, geom)
SELECT 1 + d + 1, '[2020-01-01,)', 1, 'DISTRICT', '3301' || to_char(d + 1, 'FM00'), '样本' || (d + 1) || '区', 1,
       (SELECT ST_Multi(ST_Union(r.geom)) FROM region r WHERE r.parent_id = 1 + d + 1)
FROM generate_series(0, 3) d;
INSERT INTO region (id, valid, opened_by, level, code, name, parent_id, geom)
SELECT 1, '[2020-01-01,)', 1, 'CITY', '3301', '样本市', NULL, pg_temp.box(120, 30, 1, 0.2);

CREATE TEMP TABLE cell AS
SELECT g.n, g.n / 5 AS community, 10001 + g.n AS id, c.id AS community_id, 120 + c.col * 0.05 + g.n % 5 * 0.01 AS x, 30 + c.line * 0.02 AS y,
       r.code || to_char(g.n % 5 + 1, 'FM000') AS code
FROM generate_series(0, 999) g(n) JOIN community c ON c.n = g.n / 5 JOIN region r ON r.id = c.id;
INSERT INTO grid (id, valid, opened_by, code, name, community_id, geom)
SELECT id, '[2020-01-01,)', 1, code, '网格' || (n + 1), community_id, pg_temp.box(x, y, 0.01, 0.02) FROM cell;
INSERT INTO staff_post (id, valid, opened_by, grid_id, role, name)
SELECT 50000 + n * 2 + k, '[2020-01-01,)', 1, id, CASE k WHEN 0 THEN 'LEADER' ELSE 'ASSISTANT' END, '员工' || n FROM cell, generate_series(0, 1) k;
INSERT INTO road (id, valid, opened_by, name, class, geom)
SELECT 60000 + c.n * 5 + k, '[2020-01-01,)', 1, '样本' || (c.n * 5 + k) || '路', CASE k WHEN 0 THEN 'ARTERIAL' ELSE 'BRANCH' END,
       ST_Multi(ST_SetSRID(ST_MakeLine(ST_MakePoint(120 + c.col * 0.05, 30 + c.line * 0.02 + k * 0.004), ST_MakePoint(120.05 + c.col * 0.05, 30 + c.line * 0.02 + k * 0.004)), 4490))
FROM community c, generate_series(0, 4) k;
INSERT INTO context_feature (id, valid, opened_by, theme, kind, name, geom)
SELECT 70000 + n, '[2020-01-01,)', 1, 'LANDUSE', 'park', '公园' || n, pg_temp.box(x + 0.0001, y + 0.0001, 0.0003, 0.0003) FROM cell;
INSERT INTO estate (id, valid, opened_by, name, aliases, community_id, geom)
SELECT 80000 + n * 4 + k, '[2020-01-01,)', 1, '样本' || (n * 4 + k) || '花园', ARRAY['宿舍' || (n * 4 + k)], community_id,
       pg_temp.box(x + 0.0002, y + k * 0.005 + 0.0002, 0.0096, 0.0046)
FROM cell, generate_series(0, 3) k;

-- 200 buildings a grid, 10 × 20; one in 500 stands on the edge to the next grid.
CREATE TEMP TABLE house AS
SELECT h.n, c.id AS grid_id, c.community_id, c.community, c.n AS cell, h.n % 200 AS k,
       c.x + (h.n % 10) * 0.001 + CASE WHEN h.n % 500 = 0 THEN -0.0001 ELSE 0.0004 END AS x, c.y + (h.n / 10 % 20) * 0.001 + 0.0004 AS y
FROM generate_series(0, 199999) h(n) JOIN cell c ON c.n = h.n / 200;
INSERT INTO address (id, valid, opened_by, text, city, district, street, community, road, door_number, road_id, community_id, geom)
SELECT 100001 + h.n, '[2020-01-01,)', 1, '样本市样本' || (h.community / 50 + 1) || '区样本' || (h.community / 10 + 1) || '街道样本' || (h.community * 5 + h.k % 5) || '路' || (h.k + 1) || '号',
       '样本市', '样本' || (h.community / 50 + 1) || '区', '样本' || (h.community / 10 + 1) || '街道', '样本' || (h.community + 1) || '社区',
       '样本' || (h.community * 5 + h.k % 5) || '路', (h.k + 1) || '号', 60000 + h.community * 5 + h.k % 5, h.community_id,
       ST_SetSRID(ST_MakePoint(h.x, h.y), 4490)
FROM house h;
INSERT INTO building (id, valid, opened_by, name, use, status, structure, floors, floors_below, height_m, year_built, address_id, community_id, footprint)
SELECT 1000001 + h.n, '[2020-01-01,)', 1, CASE WHEN h.n % 4 = 0 THEN (h.k + 1) || '幢' END, 'RESIDENTIAL', CASE WHEN h.n % 100 = 99 THEN 'DEMOLISHED' ELSE 'STANDING' END,
       'CONCRETE', 6, 0, 18, 1990 + h.n % 30, 100001 + h.n, h.community_id, pg_temp.box(h.x, h.y, 0.0002, 0.0002)
FROM house h;
UPDATE building b SET community_id = (SELECT min(r.id) FROM region r WHERE r.level = 'COMMUNITY' AND r.geom && b.inside_point AND ST_Covers(r.geom, b.inside_point))
WHERE b.id % 500 = 1;
INSERT INTO entrance (id, valid, opened_by, building_id, name, ordinal)
SELECT 7000001 + h.n, '[2020-01-01,)', 1, 1000001 + h.n, '1单元', 1 FROM house h WHERE h.n % 2 = 0;

-- Two or three units a building.
CREATE TEMP TABLE flat AS
SELECT row_number() OVER () - 1 AS n, h.n AS house, h.community_id, u.u, h.cell
FROM house h CROSS JOIN LATERAL generate_series(1, 2 + (h.n % 5 < 2)::int) u(u);
INSERT INTO address (id, valid, opened_by, text, city, street, road, door_number, room, road_id, community_id, geom)
SELECT 3000001 + f.n, '[2020-01-01,)', 1, a.text || (f.u * 100 + 1) || '室', a.city, a.street, a.road, a.door_number, (f.u * 100 + 1) || '室', a.road_id, a.community_id, a.geom
FROM flat f JOIN address a ON a.id = 100001 + f.house;
INSERT INTO unit (id, valid, opened_by, building_id, entrance_id, address_id, community_id, floor, room, use, area_m2)
SELECT 2000001 + f.n, '[2020-01-01,)', 1, b.id, CASE WHEN f.house % 2 = 0 THEN 7000001 + f.house END, 3000001 + f.n, b.community_id,
       f.u, (f.u * 100 + 1)::text, CASE WHEN f.n % 7 = 6 THEN 'GARAGE' WHEN f.n % 7 = 5 THEN 'SHOP' ELSE 'DWELLING' END, 80
FROM flat f JOIN building b ON b.id = 1000001 + f.house;
-- Two persons in each of a third of the units: now, before, or soon.
INSERT INTO household (id, valid, opened_by, unit_id, community_id)
SELECT 6000001 + f.n, '[2020-01-01,)', 1, 2000001 + f.n, f.community_id FROM flat f WHERE f.n % 3 = 0;
INSERT INTO person (id, valid, opened_by, name, sex, birth_date, document_type, document_number, document_hash, document_tail, ethnicity, phone, registered_region_code)
SELECT 4000001 + f.n * 2 + k, '[2020-01-01,)', 1, '居民' || f.n || k, 'MALE', '1980-01-01', 'CITIZEN_ID', convert_to('X' || f.n || k, 'UTF8'),
       int8send(f.n * 2 + k), int2send(((f.n * 2 + k) / 6 % 10000)::smallint), '汉', '1'::bytea, '330101001001'
FROM flat f, generate_series(0, 1) k WHERE f.n % 3 = 0;
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, household_id, community_id, role, relation, main)
SELECT 5000001 + f.n * 2 + k, CASE WHEN f.n % 60 = 0 THEN '[2020-01-01,2024-01-01)' WHEN f.n % 60 = 30 THEN '[2099-01-01,)' ELSE '[2020-01-01,)' END::daterange, 1,
       4000001 + f.n * 2 + k, 2000001 + f.n, 6000001 + f.n, u.community_id, CASE k WHEN 0 THEN 'OWNER' ELSE 'FAMILY' END, CASE k WHEN 0 THEN 'HEAD' ELSE 'SPOUSE' END, true
FROM flat f JOIN unit u ON u.id = 2000001 + f.n, generate_series(0, 1) k WHERE f.n % 3 = 0;
INSERT INTO evidence (id, valid, opened_by, unit_id, kind, finding)
SELECT 8000001 + f.n, daterange('2025-01-01'::date + (f.n % 300)::int, NULL), 1, 2000001 + f.n, 'VISIT', CASE WHEN f.n % 2 = 0 THEN 'EMPTY' ELSE 'NO_ANSWER' END
FROM flat f WHERE f.n % 3 = 1;
INSERT INTO organisation (id, valid, opened_by, name, unit_id)
SELECT 9000001 + f.n, '[2020-01-01,)', 1, '商户' || f.n, 2000001 + f.n FROM flat f WHERE f.n % 7 = 5 AND f.n % 2 = 0;
INSERT INTO tenancy (id, valid, opened_by, unit_id, landlord_id)
SELECT 9500001 + f.n, '[2022-01-01,)', 1, 2000001 + f.n, 4000001 + f.n * 2 FROM flat f WHERE f.n % 30 = 0;

-- As occupancy_derive judges it; written out, because deriving 400,000 takes a minute.
INSERT INTO unit_occupancy (unit_id, building_id, valid, state, basis, evidence_id)
SELECT 2000001 + f.n, 1000001 + f.house, '[2025-12-01,)',
       CASE WHEN f.n % 3 = 0 AND f.n % 60 NOT IN (0, 30) OR f.n % 14 = 5 THEN 'OCCUPIED' WHEN f.n % 3 <> 1 THEN 'UNVISITED' WHEN f.n % 2 = 0 THEN 'VERIFIED_VACANT' ELSE 'UNLINKED' END,
       CASE WHEN f.n % 14 = 5 THEN 'BUSINESS' WHEN f.n % 3 = 0 AND f.n % 60 NOT IN (0, 30) THEN 'OWN' END,
       CASE WHEN f.n % 3 = 1 THEN 8000001 + f.n END
FROM flat f WHERE f.n % 7 <> 6;

DO $$
DECLARE
  one text;
BEGIN
  FOR one IN SELECT made FROM put_off LOOP EXECUTE one; END LOOP;
END $$;
INSERT INTO identity.region (id, source, key) SELECT id, 'city', id::text FROM region;
INSERT INTO identity.grid (id, source, key) SELECT id, 'city', id::text FROM grid;
INSERT INTO identity.building (id, source, key) SELECT 1000001 + n, 'city', n::text FROM house;
INSERT INTO identity.unit (id, source, key) SELECT 2000001 + n, 'city', n::text FROM flat;
INSERT INTO identity.person (id, source, key) SELECT id, 'city', id::text FROM person;
