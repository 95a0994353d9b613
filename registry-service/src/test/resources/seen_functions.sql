-- For seen.sql: places by joins in space and time, without the narrow links.
SET search_path = register, public;
CREATE FUNCTION today() RETURNS date LANGUAGE sql RETURN (now() AT TIME ZONE 'Asia/Shanghai')::date;
CREATE FUNCTION near(kind text, thing bigint) RETURNS date LANGUAGE plpgsql AS $$
DECLARE
  day date;
BEGIN
  EXECUTE format('SELECT greatest(min(lower(valid)), least(today(), max(coalesce(upper(valid), ''infinity'') - 1))) FROM %I WHERE id = $1 AND upper_inf(recorded)', kind)
  INTO day USING thing;
  RETURN day;
END $$;
CREATE FUNCTION grid_at(place geometry, day date) RETURNS bigint LANGUAGE sql
RETURN (SELECT min(g.id) FROM grid g WHERE upper_inf(g.recorded) AND g.valid @> day AND ST_Covers(g.geom, place));
CREATE FUNCTION grid_of_building(thing bigint) RETURNS bigint LANGUAGE sql
RETURN (SELECT grid_at(b.inside_point, near('building', thing)) FROM building b WHERE b.id = thing AND upper_inf(b.recorded) AND b.valid @> near('building', thing));
CREATE FUNCTION building_of_unit(thing bigint) RETURNS bigint LANGUAGE sql
RETURN (SELECT u.building_id FROM unit u WHERE u.id = thing AND upper_inf(u.recorded) AND u.valid @> near('unit', thing));
CREATE FUNCTION grid_of_unit(thing bigint) RETURNS bigint LANGUAGE sql RETURN grid_of_building(building_of_unit(thing));
CREATE FUNCTION seen_building(thing bigint, communities bigint[], grids bigint[]) RETURNS boolean LANGUAGE sql
RETURN (SELECT coalesce(b.community_id, 0) = ANY (communities) OR grid_of_building(thing) = ANY (grids)
        FROM building b WHERE b.id = thing AND upper_inf(b.recorded) AND b.valid @> near('building', thing));
CREATE FUNCTION seen_unit(thing bigint, communities bigint[], grids bigint[]) RETURNS boolean LANGUAGE sql
RETURN (SELECT coalesce(u.community_id, 0) = ANY (communities) OR grid_of_building(u.building_id) = ANY (grids)
        FROM unit u WHERE u.id = thing AND upper_inf(u.recorded) AND u.valid @> near('unit', thing));

-- What the town lacks: addresses in their communities, persons to come, registered here and living elsewhere, registered
-- here and gone, of no place, withdrawn; an organisation of no unit; a tenancy.
UPDATE address a SET community_id = (SELECT min(r.id) FROM region r WHERE r.level = 'COMMUNITY' AND ST_Covers(r.geom, a.geom));
INSERT INTO identity.person (id, source, key) SELECT i, 'wall', i::text FROM generate_series(551, 556) i;
INSERT INTO person (id, valid, opened_by, name, registered_region_code, registered_unit_id) VALUES
  (551, '[2024-01-01,)', 1, '将入住', '339901001001', NULL), (552, '[2024-01-01,)', 1, '户在人不在', '339901001002', 312),
  (553, '[2024-01-01,)', 1, '已迁出', '339901001002', NULL), (554, '[2024-01-01,)', 1, '空挂', '339901001002', 312), (555, '[2024-01-01,)', 1, '无处', NULL, NULL);
INSERT INTO person (id, valid, recorded, opened_by, closed_by, name, registered_region_code) VALUES
  (556, '[2024-01-01,)', '[2024-01-01,2024-02-01)', 1, 2, '查无此人', '339901001001');
INSERT INTO identity.residence (id, source, key) SELECT i, 'wall', i::text FROM generate_series(651, 653) i;
INSERT INTO residence (id, valid, opened_by, person_id, unit_id, community_id, role, main) VALUES
  (651, '[2999-01-01,)', 1, 551, 313, 12, 'TENANT', true), (652, '[2024-01-01,)', 1, 552, 310, 11, 'TENANT', true),
  (653, '[2024-01-01,2025-01-01)', 1, 553, 310, 11, 'TENANT', true);
INSERT INTO identity.organisation (id, source, key) VALUES (751, 'wall', '751');
INSERT INTO organisation (id, valid, opened_by, name, unit_id) VALUES (751, '[2024-01-01,)', 1, '未落位', NULL);
INSERT INTO identity.tenancy (id, source, key) VALUES (761, 'wall', '761'), (762, 'wall', '762');
INSERT INTO tenancy (id, valid, opened_by, unit_id) VALUES (761, '[2024-01-01,)', 1, 310), (762, '[2024-01-01,)', 1, 312);
SELECT place_all();
