-- The grid stands in the narrow links of units and persons too: a policy asks one index for each row, where for what hangs
-- on a unit it asked two and for a person three (decisions/09).

TRUNCATE register.unit_building, register.person_place;

ALTER TABLE register.unit_building ADD COLUMN grid_id bigint, DROP CONSTRAINT unit_building_pk,
  ADD CONSTRAINT unit_building_pk PRIMARY KEY (unit_id, since) INCLUDE (community_id, building_id, grid_id);
COMMENT ON TABLE register.unit_building IS 'Cache: the building of a unit and its grid, from a day on; belief of now.';
COMMENT ON COLUMN register.unit_building.grid_id IS 'Grid of the building from that day on, as building_grid has it; null: none.';

ALTER TABLE register.person_place ADD COLUMN part smallint NOT NULL, ADD COLUMN grid_id bigint, DROP CONSTRAINT person_place_pk,
  ADD CONSTRAINT person_place_pk PRIMARY KEY (person_id, until, part) INCLUDE (since, community_id, grid_id);
COMMENT ON TABLE register.person_place IS
  'Cache: with which place a person is seen on which days: a main residence until it ends, and when none runs or is to come the registered address; cut where the unit comes into another grid. Belief of now.';
COMMENT ON COLUMN register.person_place.until IS 'First day this row no longer counts; infinity: none.';
COMMENT ON COLUMN register.person_place.since IS 'First day it counts; -infinity for the first part of a main residence: one to come counts already.';
COMMENT ON COLUMN register.person_place.part IS 'Number among the rows of a person; of itself without meaning.';
COMMENT ON COLUMN register.person_place.grid_id IS 'Grid of the unit on these days; null: none.';

CREATE OR REPLACE FUNCTION register.place_units(units bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  DELETE FROM register.unit_building l WHERE units IS NULL OR l.unit_id = ANY (units);
  EXECUTE format($q$
    INSERT INTO register.unit_building (unit_id, since, community_id, building_id, grid_id)
    WITH span AS (
      SELECT u.id, u.community_id, u.building_id,
             CASE WHEN row_number() OVER one = 1 THEN '-infinity' ELSE lower(u.valid) END AS since,
             coalesce(lead(lower(u.valid)) OVER one, 'infinity') AS until
      FROM register.unit u WHERE upper_inf(u.recorded) AND %s
      WINDOW one AS (PARTITION BY u.id ORDER BY lower(u.valid))
    ), place AS (
      SELECT g.building_id, g.grid_id, g.since, coalesce(lead(g.since) OVER (PARTITION BY g.building_id ORDER BY g.since), 'infinity') AS until
      FROM register.building_grid g WHERE %s
    )
    SELECT s.id, greatest(s.since, p.since), s.community_id, s.building_id, p.grid_id
    FROM span s LEFT JOIN place p ON p.building_id = s.building_id AND p.since < s.until AND p.until > s.since
  $q$, CASE WHEN units IS NULL THEN 'true' ELSE 'u.id = ANY ($1)' END,
  CASE WHEN units IS NULL THEN 'true' ELSE 'g.building_id IN (SELECT building_id FROM span)' END) USING units;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.place_units(bigint[]) IS 'Works out anew in which buildings and grids these units are; null: all. Asks building_grid.';

CREATE OR REPLACE FUNCTION register.place_persons(persons bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  DELETE FROM register.person_place l WHERE persons IS NULL OR l.person_id = ANY (persons);
  EXECUTE format($q$
    INSERT INTO register.person_place (person_id, until, part, since, community_id, unit_id, grid_id)
    WITH home AS MATERIALIZED (
      SELECT r.person_id, coalesce(upper(r.valid), 'infinity') AS until, r.community_id, r.unit_id
      FROM register.residence r WHERE r.main AND upper_inf(r.recorded) AND %1$s
    ), last AS MATERIALIZED (
      SELECT h.person_id, max(h.until) AS until FROM home h GROUP BY h.person_id
    ), known AS MATERIALIZED ( -- of several versions of a person the newest says where it is registered
      SELECT DISTINCT ON (p.id) p.id, p.registered_unit_id, p.registered_region_code
      FROM register.person p WHERE upper_inf(p.recorded) AND %2$s
      ORDER BY p.id, lower(p.valid) DESC
    ), place AS MATERIALIZED (
      SELECT h.person_id, h.until, '-infinity'::date AS since, h.community_id, h.unit_id FROM home h
      UNION ALL
      SELECT p.id, 'infinity', coalesce(l.until, '-infinity'), coalesce(u.community_id, c.id), p.registered_unit_id
      FROM known p
      LEFT JOIN last l ON l.person_id = p.id
      LEFT JOIN LATERAL (
        SELECT x.community_id FROM register.unit_building x WHERE x.unit_id = p.registered_unit_id ORDER BY x.since DESC LIMIT 1
      ) u ON true
      LEFT JOIN LATERAL (
        SELECT r.id FROM register.region r
        WHERE r.code = p.registered_region_code AND r.level = 'COMMUNITY' AND upper_inf(r.recorded)
        ORDER BY lower(r.valid) DESC LIMIT 1
      ) c ON u.community_id IS NULL
      WHERE l.until IS DISTINCT FROM 'infinity'
    ), stay AS (
      SELECT g.unit_id, g.grid_id, g.since, coalesce(lead(g.since) OVER (PARTITION BY g.unit_id ORDER BY g.since), 'infinity') AS until
      FROM register.unit_building g WHERE %3$s
    )
    SELECT p.person_id, least(p.until, s.until), row_number() OVER (PARTITION BY p.person_id ORDER BY p.until, p.unit_id, s.since), greatest(p.since, s.since),
           p.community_id, p.unit_id, s.grid_id
    FROM place p LEFT JOIN stay s ON s.unit_id = p.unit_id AND s.since < p.until AND s.until > p.since
  $q$, CASE WHEN persons IS NULL THEN 'true' ELSE 'r.person_id = ANY ($1)' END,
  CASE WHEN persons IS NULL THEN 'true' ELSE 'p.id = ANY ($1)' END,
  CASE WHEN persons IS NULL THEN 'true' ELSE 'g.unit_id IN (SELECT unit_id FROM place)' END) USING persons;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;

-- as in V024 and V035; what hangs on a building is placed anew where the building's own rows changed
CREATE OR REPLACE FUNCTION register.follow_links(change bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  buildings bigint[];
  moved     bigint[];
  addresses bigint[];
  units     bigint[];
  persons   bigint[];
  concerned bigint[];
  first     boolean := NOT EXISTS (SELECT FROM register.building_grid) AND NOT EXISTS (SELECT FROM register.person_place);
  written   bigint := 0;
BEGIN
  IF first THEN -- a first load: all there is, without looking for it row by row
    RETURN register.place_all();
  END IF;
  CREATE TEMP TABLE outline ON COMMIT DROP AS
  SELECT g.geom FROM register.grid g WHERE g.opened_by = change OR g.closed_by = change
  UNION ALL
  SELECT r.geom FROM register.region r WHERE r.level = 'COMMUNITY' AND (r.opened_by = change OR r.closed_by = change);
  SELECT array_agg(t.id) INTO buildings FROM (
    SELECT b.id FROM register.building b WHERE b.opened_by = change
    UNION SELECT b.id FROM register.building b WHERE b.closed_by = change
    UNION SELECT m.id FROM register.community_move m WHERE m.change = follow_links.change AND m.kind = 'building'
    UNION SELECT b.id FROM outline o JOIN register.building b ON o.geom && b.inside_point AND upper_inf(b.recorded)) t;
  SELECT array_agg(t.id) INTO addresses FROM (
    SELECT a.id FROM register.address a WHERE a.opened_by = change
    UNION SELECT a.id FROM register.address a WHERE a.closed_by = change
    UNION SELECT m.id FROM register.community_move m WHERE m.change = follow_links.change AND m.kind = 'address'
    UNION SELECT a.id FROM outline o JOIN register.address a ON o.geom && a.geom AND upper_inf(a.recorded)) t;
  DROP TABLE outline;
  IF buildings IS NOT NULL THEN
    CREATE TEMP TABLE was_in_grid ON COMMIT DROP AS
    SELECT l.building_id, l.since, l.grid_id FROM register.building_grid l WHERE l.building_id = ANY (buildings);
    written := written + register.place_in_grids('building', buildings);
    WITH is_in_grid AS MATERIALIZED (
      SELECT l.building_id, l.since, l.grid_id FROM register.building_grid l WHERE l.building_id = ANY (buildings)
    )
    SELECT array_agg(DISTINCT t.building_id) INTO moved FROM (
      (SELECT * FROM is_in_grid EXCEPT SELECT * FROM was_in_grid)
      UNION ALL
      (SELECT * FROM was_in_grid EXCEPT SELECT * FROM is_in_grid)) t;
    DROP TABLE was_in_grid;
  END IF;
  IF addresses IS NOT NULL THEN
    written := written + register.place_in_grids('address', addresses);
  END IF;
  -- what lies in a building goes where it goes, without a version of its own
  SELECT array_agg(t.id) INTO units FROM (
    SELECT u.id FROM register.unit u WHERE u.opened_by = change
    UNION SELECT u.id FROM register.unit u WHERE u.closed_by = change
    UNION SELECT u.id FROM register.unit u WHERE u.building_id = ANY (moved) AND upper_inf(u.recorded)
    UNION SELECT u.id FROM register.unit u
          LEFT JOIN LATERAL (SELECT true AS known, l.community_id FROM register.unit_building l WHERE l.unit_id = u.id ORDER BY l.since DESC LIMIT 1) l ON true
          WHERE u.building_id = ANY (buildings) AND upper_inf(u.recorded) AND upper_inf(u.valid)
            AND (l.known IS NULL OR l.community_id IS DISTINCT FROM u.community_id)) t;
  IF units IS NOT NULL THEN
    written := written + register.place_units(units);
  END IF;
  SELECT array_agg(t.id) INTO persons FROM (
    SELECT p.id FROM register.person p WHERE p.opened_by = change
    UNION SELECT p.id FROM register.person p WHERE p.closed_by = change
    UNION SELECT r.person_id FROM register.residence r WHERE r.opened_by = change
    UNION SELECT r.person_id FROM register.residence r WHERE r.closed_by = change
    UNION SELECT r.person_id FROM register.residence r WHERE r.unit_id = ANY (units) AND r.main AND upper_inf(r.recorded)
    UNION SELECT p.id FROM register.person p WHERE p.registered_unit_id = ANY (units) AND upper_inf(p.recorded)) t;
  IF persons IS NOT NULL THEN
    written := written + register.place_persons(persons);
  END IF;
  SELECT array_agg(t.id) INTO concerned FROM (
    SELECT g.id FROM register.grid g WHERE g.opened_by = change
    UNION SELECT g.id FROM register.grid g WHERE g.closed_by = change
    UNION SELECT l.grid_id FROM register.building_grid l WHERE l.building_id = ANY (buildings)
    UNION SELECT l.grid_id FROM register.residence r
          JOIN register.unit u ON u.id = r.unit_id AND upper_inf(u.recorded)
          JOIN register.building_grid l ON l.building_id = u.building_id
          WHERE r.opened_by = change) t
  WHERE t.id IS NOT NULL;
  IF concerned IS NOT NULL THEN
    PERFORM register.follow_cells(concerned);
  END IF;
  RETURN written;
END $$;

SELECT register.place_units(NULL), register.place_persons(NULL);

-- Sets of some hundred grids stay in their row: fetched from beside it they cost as much again. Whether there are any is
-- asked without unpacking them.
ALTER TABLE access.reach SET (toast_tuple_target = 8160);
ALTER TABLE access.reach ADD COLUMN by_grid boolean NOT NULL GENERATED ALWAYS AS (NOT isempty(grids)) STORED;
COMMENT ON COLUMN access.reach.by_grid IS 'Whether any grids were granted one by one.';

-- as in V025, with the grid from the links
CREATE OR REPLACE FUNCTION access.condition(kind text, what text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $p$
DECLARE
  own         CONSTANT text := format('FROM access.reach r WHERE r.account_id = access.current_account() AND r.what = %L)', what);
  communities CONSTANT text := '((SELECT ROW(r.communities)::access.reached ' || own || ').ids';
  grids       CONSTANT text := '((SELECT ROW(r.grids)::access.reached ' || own || ').ids';
  -- worked out once for a query, not for each row
  today       CONSTANT text := '(SELECT access.today())';
  newest      CONSTANT text := 'l.since <= ' || today || ' ORDER BY l.since DESC LIMIT 1)';
  community   CONSTANT text := format('coalesce(%I.community_id, 0) <@ %s', kind, communities);
  -- most have no grids: nothing is looked up then
  or_grid     CONSTANT text := ' OR (SELECT r.by_grid ' || own || ' AND ';
  -- %1$s: building or address, %2$s: its id
  by_grid     CONSTANT text := '(SELECT l.grid_id FROM register.%1$s_grid l WHERE l.%1$s_id = %2$s AND ' || newest || ' <@ ' || grids;
  unit_grid   CONSTANT text := '(SELECT l.grid_id FROM register.unit_building l WHERE l.unit_id = %s AND ' || newest || ' <@ ' || grids;
  -- what has no link is believed no more: it counts as lying nowhere
  unplaced    CONSTANT text := ', 0::bigint <@ ' || communities || ')';
  here        CONSTANT text := '(coalesce(%1$s.community_id, 0) <@ ' || communities || ' OR %1$s.grid_id <@ ' || grids || ') IS TRUE';
  by_building CONSTANT text := 'coalesce((SELECT ' || format(here, 'l') || ' FROM register.building_grid l WHERE l.building_id = %s AND ' || newest || unplaced;
  by_unit     CONSTANT text := 'coalesce((SELECT ' || format(here, 'l') || ' FROM register.unit_building l WHERE l.unit_id = %s AND ' || newest || unplaced;
  of_person   CONSTANT text := 'FROM register.person_place p WHERE p.person_id = person.id AND p.until > ' || today || ' AND p.since <= ' || today;
BEGIN
  RETURN CASE
    WHEN kind = 'building' THEN community || or_grid || format(by_grid, 'building', 'building.id')
    WHEN kind = 'unit' THEN community || or_grid || format(by_grid, 'building', 'unit.building_id')
    WHEN kind = 'address' THEN community || or_grid || format(by_grid, 'address', 'address.id')
    WHEN kind = 'estate' THEN community || or_grid || '(SELECT min(g.id) FROM register.grid g WHERE g.geom && estate.geom'
      || ' AND ST_Covers(g.geom, ST_SnapToGrid(ST_PointOnSurface(estate.geom), 1e-8))'
      || ' AND upper_inf(g.recorded) AND g.since <= ' || today || ' AND g.until > ' || today || ') <@ ' || grids
    WHEN kind IN ('household', 'residence') THEN community || or_grid || format(unit_grid, kind || '.unit_id')
    WHEN kind IN ('entrance', 'unit_occupancy') THEN format(by_building, kind || '.building_id')
    WHEN kind IN ('tenancy', 'evidence') THEN format(by_unit, kind || '.unit_id')
    WHEN kind = 'organisation' THEN 'CASE WHEN organisation.unit_id IS NULL THEN 0::bigint <@ ' || communities || ' ELSE '
      || format(by_unit, 'organisation.unit_id') || ' END'
    -- of several homes one that is reached is enough; an aggregate over them costs twice as much
    WHEN kind = 'person' THEN 'coalesce((SELECT true ' || of_person || ' AND ' || format(here, 'p') || ' LIMIT 1), (SELECT false ' || of_person || ' LIMIT 1)' || unplaced
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

CREATE PROCEDURE access.renew_walls() LANGUAGE plpgsql AS $p$
DECLARE
  wall record;
BEGIN
  FOR wall IN
    SELECT c.relname AS kind, p.polname, p.polname = c.relname || '_read' AS reads
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = 'register'::regnamespace AND access.condition(c.relname, 'READ') IS NOT NULL
      AND p.polname IN (c.relname || '_read', c.relname || '_close')
      AND pg_get_expr(p.polqual, p.polrelid) <> 'true'
  LOOP
    EXECUTE format('ALTER POLICY %I ON register.%I USING (%s)', wall.polname, wall.kind,
                   access.condition(wall.kind, CASE WHEN wall.reads THEN 'READ' ELSE access.writing(wall.kind) END));
  END LOOP;
  EXECUTE format('ALTER POLICY visit_photo_add ON register.visit_photo WITH CHECK (
      added_by = access.current_account()
      AND (SELECT %1$s FROM register.evidence WHERE evidence.id = visit_photo.evidence_id AND upper_inf(evidence.recorded) LIMIT 1));
    ALTER POLICY visit_photo_remove ON register.visit_photo USING (
      (SELECT %1$s FROM register.evidence WHERE evidence.id = visit_photo.evidence_id AND upper_inf(evidence.recorded) LIMIT 1))',
    access.condition('evidence', 'PLACE'));
END $p$;
COMMENT ON PROCEDURE access.renew_walls() IS 'Writes the policies anew after access.condition was changed.';
CALL access.renew_walls();

-- as in V030, with the grid from the links
CREATE OR REPLACE FUNCTION access.sees_name(person bigint, unit bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH place AS (
    SELECT p.community_id, p.grid_id FROM register.person_place p
    WHERE unit IS NULL AND p.person_id = person AND p.until > access.today() AND p.since <= access.today()
    UNION ALL
    (SELECT l.community_id, l.grid_id FROM register.unit_building l
     WHERE l.unit_id = unit AND l.since <= access.today() ORDER BY l.since DESC LIMIT 1)
  ), known AS (
    SELECT p.community_id, p.grid_id FROM place p
    UNION ALL SELECT NULL, NULL WHERE NOT EXISTS (SELECT FROM place)
  )
  SELECT coalesce(bool_or(coalesce(k.community_id, 0) <@ r.communities OR k.grid_id <@ r.grids), false)
  FROM access.reach r CROSS JOIN known k
  WHERE r.account_id = access.current_account() AND r.what = 'NAME'
$$;
