-- Ninety more buildings in the town of fixture.sql, on no lattice, with none to three homes each: enough for cells. A
-- household of one or two in every home; of those of every tenth building the second person came on 2026-11-10.
SET search_path = register, public;
CREATE TEMP TABLE extra AS
SELECT 3000 + n AS id, 120.0005 + (n * 7919 % 1000) / 1000.0 * 0.039 AS lon, 30.0005 + (n * 3331 % 1000) / 1000.0 * 0.019 AS lat, n % 4 AS homes
FROM generate_series(1, 90) n;
INSERT INTO identity.building (id, source, key) SELECT id, 'cells', id::text FROM extra;
INSERT INTO building (id, valid, opened_by, use, status, community_id, footprint)
SELECT id, '[2020-01-01,)', 1, 'RESIDENTIAL', 'STANDING', CASE WHEN lon <= 120.02 THEN 11 ELSE 12 END,
       ST_Multi(ST_SnapToGrid(ST_MakeEnvelope(lon - 0.0001, lat - 0.0001, lon + 0.0001, lat + 0.0001, 4490), 1e-8))
FROM extra;
CREATE TEMP TABLE home AS
SELECT 40000 + (e.id - 3000) * 10 + h AS id, e.id AS building_id, CASE WHEN e.lon <= 120.02 THEN 11 ELSE 12 END AS community_id, h
FROM extra e CROSS JOIN LATERAL generate_series(1, e.homes) h;
INSERT INTO identity.unit (id, source, key) SELECT id, 'cells', id::text FROM home;
INSERT INTO unit (id, valid, opened_by, building_id, community_id, floor, room, use)
SELECT id, '[2020-01-01,)', 1, building_id, community_id, h, h || '01', 'DWELLING' FROM home;
INSERT INTO identity.household (id, source, key) SELECT id + 10000, 'cells', id::text FROM home;
INSERT INTO household (id, valid, opened_by, unit_id, community_id, kind) SELECT id + 10000, '[2020-01-01,)', 1, id, community_id, 'FAMILY' FROM home;
CREATE TEMP TABLE lodger AS
SELECT h.id * 10 + p AS id, h.id AS unit_id, h.community_id, CASE WHEN p = 2 AND h.building_id % 10 = 0 THEN '2026-11-10' ELSE '2024-01-01' END::date AS since
FROM home h CROSS JOIN LATERAL generate_series(1, 1 + h.h % 2) p;
INSERT INTO identity.person (id, source, key) SELECT id, 'cells', id::text FROM lodger;
INSERT INTO person (id, valid, opened_by, name, nationality, registered_region_code)
SELECT id, '[2020-01-01,)', 1, '住户' || id, 'CHN', CASE id % 3 WHEN 0 THEN '339901001001' WHEN 1 THEN '110101' ELSE NULL END FROM lodger;
INSERT INTO identity.residence (id, source, key) SELECT id, 'cells', id::text FROM lodger;
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, household_id, community_id, role, main)
SELECT id, daterange(since, NULL), 1, id, unit_id, unit_id + 10000, community_id, 'OWNER', true FROM lodger;
SELECT place_all();
