-- The second wall: row-level security behind the service's own filter (DESIGN, invariant 7; decisions/09).
--
-- registry_service, the role the service asks as, owns nothing: it sees and writes rows of the areas of the account that
-- the connection says it works for (setting registry.account), and none where it says none. registry_settle is what the
-- service turns into while it works out what follows from a change (communities, links, occupancy, references over
-- time): it sees the rows of all areas, no name, number or phone of a person, and writes derived columns alone. The
-- owner of the tables, who migrates and imports, is not held by policies.
--
-- access.reach: what the grants of an account come to, as sets of ids in one row, ready to be asked for each table of each
-- query. A condition first asks for the community, and only where that fails for the grid, through the narrow links of
-- V024. The sets are multiranges: one value, fetched once for each table of a query (37 µs for 400 grids; to hash them
-- took 150 µs), and asked by bisection (= ANY of an array goes through it for every row). A value that lies out of line
-- would be fetched again for every row: put into a row of its own, it is in hand.

CREATE TABLE access.reach (
  account_id  bigint         NOT NULL,
  what        text           NOT NULL,
  communities int8multirange NOT NULL,
  grids       int8multirange NOT NULL,
  CONSTRAINT reach_pk PRIMARY KEY (account_id, what),
  CONSTRAINT reach_what_known CHECK (what IN ('READ', 'PLACE', 'PEOPLE', 'GRID', 'REGION'))
);
COMMENT ON TABLE access.reach IS 'What an account may do today, and where.';
COMMENT ON COLUMN access.reach.account_id IS 'The account.';
COMMENT ON COLUMN access.reach.what IS 'READ; or write: PLACE, PEOPLE, GRID (and posts), REGION (and roads).';
COMMENT ON COLUMN access.reach.communities IS 'Ids of communities; 0: what lies in none, for who imports; all numbers: the whole city.';
COMMENT ON COLUMN access.reach.grids IS 'Ids of grids granted one by one.';

ALTER TABLE access.reach ALTER communities SET STORAGE EXTERNAL, ALTER grids SET STORAGE EXTERNAL;
CREATE TYPE access.reached AS (ids int8multirange);
COMMENT ON TYPE access.reached IS 'A set of ids in hand.';

CREATE FUNCTION access.follow_areas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.reach r WHERE r.account_id = NEW.account_id;
  INSERT INTO access.reach (account_id, what, communities, grids)
  WITH may AS (
    SELECT DISTINCT h.role_id, h.whole_city, w.what,
           EXISTS (SELECT FROM access.role_permission i WHERE i.role_id = h.role_id AND i.permission = 'IMPORT') AS unplaced
    FROM access.account_role h
    JOIN access.role_permission p ON p.role_id = h.role_id
    JOIN (VALUES ('REGISTER_READ', 'READ'), ('PEOPLE_READ', 'READ'), ('PLACE_WRITE', 'PLACE'), ('PEOPLE_WRITE', 'PEOPLE'),
                 ('GRID_PLAN', 'GRID'), ('REGION_WRITE', 'REGION')) w (permission, what) ON w.permission = p.permission
    WHERE h.account_id = NEW.account_id
  ), place AS (
    SELECT m.what, int8range(NULL, NULL) AS community, NULL::int8range AS grid FROM may m WHERE m.whole_city
    UNION ALL
    SELECT m.what, int8range(0, 0, '[]'), NULL FROM may m WHERE m.unplaced
    UNION ALL
    SELECT m.what, int8range(c.community_id, c.community_id, '[]'), NULL
    FROM may m JOIN access.account_community c ON c.account_id = NEW.account_id AND c.role_id = m.role_id
    UNION ALL
    SELECT m.what, NULL, int8range(g.grid_id, g.grid_id, '[]')
    FROM may m JOIN access.account_grid g ON g.account_id = NEW.account_id AND g.role_id = m.role_id
  )
  SELECT NEW.account_id, p.what, coalesce(range_agg(p.community), '{}'), coalesce(range_agg(p.grid), '{}')
  FROM place p GROUP BY p.what;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION access.follow_areas() IS 'Trigger: what an account may reach follows what its grants come to.';
CREATE TRIGGER account_area_is_reach AFTER INSERT OR UPDATE ON access.account_area
  FOR EACH ROW EXECUTE FUNCTION access.follow_areas();
DELETE FROM access.account_area; -- worked out anew at the next request of each

CREATE FUNCTION access.current_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('registry.account', true), '')::bigint;
COMMENT ON FUNCTION access.current_account() IS 'Account the connection works for; null: nobody.';

CREATE FUNCTION access.current_change() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('registry.change', true), '')::bigint;
COMMENT ON FUNCTION access.current_change() IS 'Change record of this transaction, where it is held by policies; null: none yet.';

CREATE FUNCTION access.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (now() AT TIME ZONE 'Asia/Shanghai')::date;
COMMENT ON FUNCTION access.today() IS 'Day of Asia/Shanghai.';

-- The condition on a row of a table under which the account may do something to it; the one place that says it. The
-- text goes into the policies, and into the check at the end of a change, once a row has got its community.
CREATE FUNCTION access.condition(kind text, what text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $p$
DECLARE
  own         CONSTANT text := format('FROM access.reach r WHERE r.account_id = access.current_account() AND r.what = %L)', what);
  communities CONSTANT text := '((SELECT ROW(r.communities)::access.reached ' || own || ').ids';
  grids       CONSTANT text := '((SELECT ROW(r.grids)::access.reached ' || own || ').ids';
  newest      CONSTANT text := 'l.since <= access.today() ORDER BY l.since DESC LIMIT 1)';
  community   CONSTANT text := format('coalesce(%I.community_id, 0) <@ %s', kind, communities);
  -- most have no grids: nothing is looked up then
  or_grid     CONSTANT text := ' OR NOT isempty(' || grids || ') AND ';
  -- %1$s: building or address, %2$s: its id
  by_grid     CONSTANT text := '(SELECT l.grid_id FROM register.%1$s_grid l WHERE l.%1$s_id = %2$s AND ' || newest || ' <@ ' || grids;
  -- what has no link is believed no more: it counts as lying nowhere
  unplaced    CONSTANT text := ', 0::bigint <@ ' || communities || ')';
  by_building CONSTANT text := 'coalesce((SELECT (coalesce(l.community_id, 0) <@ ' || communities || ' OR l.grid_id <@ ' || grids
                            || ') IS TRUE FROM register.building_grid l WHERE l.building_id = %s AND ' || newest || unplaced;
  -- the grid of a unit's building
  of_unit     CONSTANT text := '(SELECT g.grid_id FROM register.building_grid g WHERE g.building_id = %s AND g.since <= access.today()'
                            || ' ORDER BY g.since DESC LIMIT 1) <@ ' || grids;
  unit_grid   CONSTANT text := '(SELECT ' || format(of_unit, 'l.building_id') || ' FROM register.unit_building l WHERE l.unit_id = %s AND ' || newest;
  by_unit     CONSTANT text := 'coalesce((SELECT (coalesce(l.community_id, 0) <@ ' || communities || ' OR ' || format(of_unit, 'l.building_id')
                            || ') IS TRUE FROM register.unit_building l WHERE l.unit_id = %s AND ' || newest || unplaced;
BEGIN
  RETURN CASE
    WHEN kind = 'building' THEN community || or_grid || format(by_grid, 'building', 'building.id')
    WHEN kind = 'unit' THEN community || or_grid || format(by_grid, 'building', 'unit.building_id')
    WHEN kind = 'address' THEN community || or_grid || format(by_grid, 'address', 'address.id')
    WHEN kind = 'estate' THEN community || or_grid || '(SELECT min(g.id) FROM register.grid g WHERE g.geom && estate.geom'
      || ' AND ST_Covers(g.geom, ST_SnapToGrid(ST_PointOnSurface(estate.geom), 1e-8))'
      || ' AND upper_inf(g.recorded) AND g.valid @> access.today()) <@ ' || grids
    WHEN kind IN ('household', 'residence') THEN community || or_grid || format(unit_grid, kind || '.unit_id')
    WHEN kind IN ('entrance', 'unit_occupancy') THEN format(by_building, kind || '.building_id')
    WHEN kind IN ('tenancy', 'evidence') THEN format(by_unit, kind || '.unit_id')
    WHEN kind = 'organisation' THEN 'CASE WHEN organisation.unit_id IS NULL THEN 0::bigint <@ ' || communities || ' ELSE '
      || format(by_unit, 'organisation.unit_id') || ' END'
    WHEN kind = 'person' THEN 'coalesce((SELECT bool_or((coalesce(p.community_id, 0) <@ ' || communities
      || ' OR p.unit_id IS NOT NULL AND ' || format(unit_grid, 'p.unit_id') || ') IS TRUE) FROM register.person_place p'
      || ' WHERE p.person_id = person.id AND p.until > access.today() AND p.since <= access.today())' || unplaced
    WHEN kind = 'staff_post' THEN 'staff_post.grid_id <@ ' || grids
      || ' OR coalesce((SELECT g.community_id FROM register.grid g WHERE g.id = staff_post.grid_id AND upper_inf(g.recorded)'
      || ' ORDER BY lower(g.valid) DESC LIMIT 1), 0) <@ ' || communities
    WHEN kind = 'grid' THEN community
    -- a region above communities is reached by who reaches every community below it
    WHEN kind = 'region' THEN 'CASE region.level WHEN ''COMMUNITY'' THEN region.id <@ ' || communities
      || ' ELSE 0::bigint <@ ' || communities || ' OR (SELECT bool_and(c.id <@ ' || communities || ') FROM register.region c'
      || ' WHERE c.level = ''COMMUNITY'' AND c.code LIKE region.code || ''%'' AND upper_inf(c.recorded) AND c.valid @> access.today()) END'
    -- these cross areas: reached by who may do it anywhere
    WHEN kind IN ('road', 'context_feature') THEN 'EXISTS (SELECT ' || own
    -- seen with the things it is of, by the policies of their tables
    WHEN kind = 'lineage' THEN 'CASE lineage.kind WHEN ''BUILDING'' THEN ' || format(by_building, 'lineage.from_id') || ' OR ' || format(by_building, 'lineage.to_id')
      || ' WHEN ''UNIT'' THEN ' || format(by_unit, 'lineage.from_id') || ' OR ' || format(by_unit, 'lineage.to_id')
      || ' WHEN ''HOUSEHOLD'' THEN EXISTS (SELECT FROM register.household h WHERE h.id IN (lineage.from_id, lineage.to_id))'
      || ' WHEN ''PERSON'' THEN EXISTS (SELECT FROM register.person p WHERE p.id IN (lineage.from_id, lineage.to_id))'
      || ' WHEN ''ADDRESS'' THEN EXISTS (SELECT FROM register.address a WHERE a.id IN (lineage.from_id, lineage.to_id))'
      || ' ELSE true END'
  END;
END $p$;
COMMENT ON FUNCTION access.condition(text, text) IS 'When the current account may do something (reach.what) to a row of a table, as SQL; null for a table that has no area.';

-- Which right writes a table.
CREATE FUNCTION access.writing(kind text) RETURNS text LANGUAGE sql IMMUTABLE RETURN CASE
  WHEN kind IN ('person', 'household', 'residence', 'tenancy') THEN 'PEOPLE'
  WHEN kind IN ('grid', 'staff_post') THEN 'GRID'
  WHEN kind IN ('region', 'road', 'context_feature') THEN 'REGION'
  ELSE 'PLACE' END;
COMMENT ON FUNCTION access.writing(text) IS 'What an account must be able to do to write rows of a fact table.';

GRANT USAGE ON SCHEMA identity, register, access TO registry_service, registry_settle;
GRANT USAGE ON SEQUENCE identity.id_seq, register.change_turn_seq TO registry_service;

-- Puts a fact table behind the wall. An identity is seen where a version of it is (LIMIT: to be looked up for each, not
-- hashed from the whole table; believed rows and others have an index each). Versions are never altered: they are opened under the change of the transaction,
-- closed by it, and taken back while it lasts. Whether what was opened lies inside is known at its end (written_inside).
CREATE PROCEDURE access.wall(kind text, open_to_read boolean DEFAULT false) LANGUAGE plpgsql AS $p$
BEGIN
  EXECUTE format($q$
    ALTER TABLE register.%1$I ENABLE ROW LEVEL SECURITY;
    ALTER TABLE identity.%1$I ENABLE ROW LEVEL SECURITY;
    GRANT SELECT, INSERT, DELETE, UPDATE (recorded, closed_by) ON register.%1$I TO registry_service;
    GRANT SELECT, INSERT, UPDATE (id) ON identity.%1$I TO registry_service;
    GRANT SELECT, UPDATE (id) ON identity.%1$I TO registry_settle;
    CREATE POLICY %2$I ON register.%1$I FOR SELECT TO registry_service USING (%3$s);
    CREATE POLICY %4$I ON register.%1$I FOR INSERT TO registry_service WITH CHECK (opened_by = (SELECT access.current_change()));
    CREATE POLICY %5$I ON register.%1$I FOR UPDATE TO registry_service USING (%6$s) WITH CHECK (closed_by = (SELECT access.current_change()));
    CREATE POLICY %7$I ON register.%1$I FOR DELETE TO registry_service USING (opened_by = (SELECT access.current_change()));
    CREATE POLICY %8$I ON register.%1$I TO registry_settle USING (true);
    CREATE POLICY %2$I ON identity.%1$I FOR SELECT TO registry_service USING (coalesce(
      (SELECT true FROM register.%1$I v WHERE v.id = %1$I.id AND upper_inf(v.recorded) LIMIT 1),
      (SELECT true FROM register.%1$I v WHERE v.id = %1$I.id AND NOT upper_inf(v.recorded) LIMIT 1)));
    CREATE POLICY %4$I ON identity.%1$I FOR INSERT TO registry_service WITH CHECK (true);
    CREATE POLICY %5$I ON identity.%1$I FOR UPDATE TO registry_service USING (true);
    CREATE POLICY %8$I ON identity.%1$I TO registry_settle USING (true)
  $q$, kind, kind || '_read', CASE WHEN open_to_read THEN 'true' ELSE access.condition(kind, 'READ') END,
     kind || '_open', kind || '_close', access.condition(kind, access.writing(kind)), kind || '_take_back', kind || '_settle');
END $p$;
COMMENT ON PROCEDURE access.wall(text, boolean) IS 'Puts a fact table made by make_fact behind the second wall; call it after make_fact. open_to_read: everybody signed in reads it.';

CALL access.wall('region', true);
CALL access.wall('grid', true);
CALL access.wall('road', true);
CALL access.wall('context_feature', true);
CALL access.wall('estate');
CALL access.wall('address');
CALL access.wall('building');
CALL access.wall('entrance');
CALL access.wall('unit');
CALL access.wall('household');
CALL access.wall('person');
CALL access.wall('residence');
CALL access.wall('tenancy');
CALL access.wall('organisation');
CALL access.wall('evidence');
CALL access.wall('staff_post');
CALL access.wall('lineage');

DO $$ BEGIN
  EXECUTE format('ALTER TABLE register.unit_occupancy ENABLE ROW LEVEL SECURITY;
    CREATE POLICY unit_occupancy_read ON register.unit_occupancy FOR SELECT TO registry_service USING (%s);
    CREATE POLICY unit_occupancy_settle ON register.unit_occupancy TO registry_settle USING (true)', access.condition('unit_occupancy', 'READ'));
END $$;
GRANT SELECT ON register.unit_occupancy TO registry_service;

-- Without areas: narrow links of ids and days that policies ask, settings, who changed when and why.
GRANT SELECT ON register.building_grid, register.address_grid, register.unit_building, register.person_place TO registry_service;
GRANT SELECT ON register.setting, register.household_band, register.change, register.community_move TO registry_service, registry_settle;
GRANT INSERT, UPDATE, DELETE ON register.setting, register.household_band TO registry_service;
GRANT INSERT (who, why, source, kind), UPDATE (turn) ON register.change TO registry_service;
ALTER FUNCTION register.number_changes() SECURITY DEFINER SET search_path = register, pg_temp;
-- What left an area is seen from outside it: ids alone.
ALTER FUNCTION register.passage(bigint, bigint, date, date, bigint[], bigint[], bigint[], text[], text[])
  SECURITY DEFINER SET search_path = register, public, pg_temp;
REVOKE EXECUTE ON FUNCTION register.passage(bigint, bigint, date, date, bigint[], bigint[], bigint[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.passage(bigint, bigint, date, date, bigint[], bigint[], bigint[], text[], text[]) TO registry_service;

-- What follows from a change.
GRANT SELECT ON register.region, register.grid, register.road, register.context_feature, register.estate, register.address,
  register.building, register.entrance, register.unit, register.household, register.residence, register.tenancy,
  register.organisation, register.evidence, register.staff_post, register.lineage TO registry_settle;
GRANT SELECT (version, id, valid, recorded, opened_by, closed_by, document_type, registered_address, registered_region_code, registered_unit_id)
  ON register.person TO registry_settle;
GRANT UPDATE (community_id) ON register.estate, register.address, register.building, register.unit, register.household, register.residence TO registry_settle;
GRANT INSERT ON register.community_move TO registry_settle;
GRANT UPDATE (road_id, estate_id) ON register.address TO registry_settle;
GRANT UPDATE (registered_unit_id) ON register.person TO registry_settle;
GRANT SELECT, INSERT, UPDATE, DELETE ON register.unit_occupancy, register.building_grid, register.address_grid, register.unit_building, register.person_place TO registry_settle;

-- Search runs through names in these indexes alone; the condition asks for the community, so they hold it.
DROP INDEX register.address_door_text_ix;
CREATE INDEX address_door_text_ix ON register.address (text) INCLUDE (id, valid, community_id)
  WHERE upper_inf(recorded) AND room IS NULL;
DROP INDEX register.building_name_ix;
CREATE INDEX building_name_ix ON register.building (name) INCLUDE (id, valid, status, community_id)
  WHERE upper_inf(recorded) AND name IS NOT NULL;
COMMENT ON INDEX register.address_door_text_ix IS 'Search: texts of addresses above the room, read index-only.';
COMMENT ON INDEX register.building_name_ix IS 'Search: names of buildings, read index-only.';

-- At the end of a change that policies hold: nothing it opened may lie outside.
CREATE FUNCTION access.begin_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('registry.change', NEW.id::text, true);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION access.begin_change() IS 'Trigger: rows of this transaction are opened under this change.';

CREATE FUNCTION access.written_inside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register, public, pg_temp AS $$
DECLARE
  kind    text;
  touched boolean;
  outside bigint;
BEGIN
  FOR kind IN SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
              WHERE c.relnamespace = 'register'::regnamespace AND p.polname = c.relname || '_open' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM register.%I WHERE opened_by = $1)', kind) INTO touched USING NEW.id;
    IF touched THEN
      EXECUTE format('SELECT id FROM register.%I WHERE opened_by = $1 AND (%s) IS NOT TRUE LIMIT 1', kind, access.condition(kind, access.writing(kind)))
      INTO outside USING NEW.id;
      IF outside IS NOT NULL THEN
        RAISE EXCEPTION 'outside the areas of the account: % %', kind, outside USING ERRCODE = 'insufficient_privilege';
      END IF;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION access.written_inside() IS 'Trigger at commit: refuses a change that opened rows outside the areas of the account.';

CREATE TRIGGER change_begins AFTER INSERT ON register.change
  FOR EACH ROW WHEN (row_security_active('register.building')) EXECUTE FUNCTION access.begin_change();
CREATE CONSTRAINT TRIGGER change_written_inside AFTER INSERT ON register.change DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (row_security_active('register.building')) EXECUTE FUNCTION access.written_inside();

-- Accounts, sessions and grants are the service's to keep. The log only grows; what grants come to is worked out, never written.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA access TO registry_service;
REVOKE UPDATE, DELETE ON access.event FROM registry_service;
REVOKE INSERT, UPDATE, DELETE ON access.account_area, access.account_role, access.account_community, access.account_grid,
  access.reach, access.rights_version, access.area_change FROM registry_service;
ALTER FUNCTION access.refresh_areas(bigint, date) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION access.rights_changed() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION access.areas_changed() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
REVOKE EXECUTE ON FUNCTION access.refresh_areas(bigint, date), register.number_changes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.refresh_areas(bigint, date), register.number_changes() TO registry_service;
