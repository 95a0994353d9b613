-- What an account reaches is one set, fetched once for each table of a query, and estates have their grid in a narrow link
-- like buildings and addresses (decisions/09). A table behind the wall fetched two sets and a flag each time, every one of
-- them with the start of another index scan, before a row was read: of a building's card that was half the time.

-- Ids are unique over all kinds of things, so that a grid is no community.
ALTER TABLE access.reach ADD COLUMN ids int8multirange, ADD COLUMN by_community boolean;
UPDATE access.reach SET ids = communities + grids, by_community = NOT isempty(communities);
ALTER TABLE access.reach ALTER ids SET NOT NULL, ALTER ids SET STORAGE EXTERNAL, ALTER by_community SET NOT NULL;
COMMENT ON COLUMN access.reach.ids IS
  'Ids of communities and of grids granted one by one; 0: what lies in none, for who imports; all numbers: the whole city.';
COMMENT ON COLUMN access.reach.by_community IS 'Whether anything but single grids was granted.';
ALTER TABLE access.reach ALTER by_grid DROP EXPRESSION;
ALTER TYPE access.reached ADD ATTRIBUTE by_grid boolean;
COMMENT ON TYPE access.reached IS 'What is reached, in hand.';

CREATE TABLE register.estate_grid (
  estate_id    bigint    NOT NULL,
  since        date      NOT NULL,
  community_id bigint,
  grid_id      bigint,
  valid        daterange NOT NULL,
  CONSTRAINT estate_grid_pk PRIMARY KEY (estate_id, since) INCLUDE (community_id, grid_id)
);
COMMENT ON TABLE register.estate_grid IS 'Cache: the grid that covers the point on surface of an estate, by days; belief of now. On a shared edge the smallest grid id.';
COMMENT ON COLUMN register.estate_grid.estate_id IS 'The estate.';
COMMENT ON COLUMN register.estate_grid.since IS 'Start of valid; -infinity in the first row of an estate.';
COMMENT ON COLUMN register.estate_grid.community_id IS 'Community of the estate on these days; null: outside every community.';
COMMENT ON COLUMN register.estate_grid.grid_id IS 'Grid that covers it on these days; null: none.';
COMMENT ON COLUMN register.estate_grid.valid IS 'Days [from, to).';
GRANT SELECT ON register.estate_grid TO registry_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON register.estate_grid TO registry_settle;

-- as in V024, with the point that stands for an estate
CREATE OR REPLACE FUNCTION register.place_in_grids(kind text, things bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  -- what the index finds, and the point itself
  near    CONSTANT text := CASE kind WHEN 'building' THEN 'x.inside_point' ELSE 'x.geom' END;
  point   CONSTANT text := CASE kind WHEN 'estate' THEN 'ST_SnapToGrid(ST_PointOnSurface(x.geom), 1e-8)' ELSE near END;
  wanted  CONSTANT text := CASE WHEN things IS NULL THEN 'true' ELSE 'x.id = ANY ($1)' END;
  hit     text;
  written bigint;
BEGIN
  IF things IS NULL THEN
    hit := format($q$
      SELECT x.version, g.id AS grid_id, x.valid * g.valid AS days
      FROM register.grid g
      CROSS JOIN LATERAL (SELECT x.version, x.valid FROM register.%1$I x
                          WHERE g.geom && %2$s AND ST_Covers(g.geom, %3$s) AND upper_inf(x.recorded) AND g.valid && x.valid
                          OFFSET 0) x
      WHERE upper_inf(g.recorded) $q$, kind, near, point);
  ELSE
    hit := format($q$
      SELECT x.version, g.id AS grid_id, x.valid * g.valid AS days
      FROM register.%1$I x
      CROSS JOIN LATERAL (SELECT g.id, g.valid FROM register.grid g
                          WHERE g.geom && %2$s AND ST_Covers(g.geom, %3$s) AND upper_inf(g.recorded) AND g.valid && x.valid
                          OFFSET 0) g
      WHERE x.id = ANY ($1) AND upper_inf(x.recorded) $q$, kind, near, point);
  END IF;
  EXECUTE format('DELETE FROM register.%I l WHERE $1 IS NULL OR l.%I = ANY ($1)', kind || '_grid', kind || '_id') USING things;
  EXECUTE format($q$
    INSERT INTO register.%1$I (%2$I, since, community_id, grid_id, valid)
    WITH hit AS MATERIALIZED (%4$s), covered AS MATERIALIZED (
      SELECT x.version, x.id, x.valid, x.community_id, h.grid_id, h.days,
             h.grid_id IS NULL OR h.days = x.valid AND count(*) OVER (PARTITION BY x.version) = 1 AS whole
      FROM register.%3$I x
      LEFT JOIN hit h ON h.version = x.version
      WHERE upper_inf(x.recorded) AND %5$s
    ), piece AS (
      SELECT c.id, c.community_id, c.grid_id, c.valid FROM covered c WHERE c.whole
      UNION ALL
      SELECT d.id, d.community_id, min(h.grid_id),
             daterange(d.day, coalesce(lead(d.day) OVER (PARTITION BY d.version ORDER BY d.day), upper(d.valid)))
      FROM (
        SELECT DISTINCT c.version, c.id, c.valid, c.community_id, e.day
        FROM covered c CROSS JOIN LATERAL (VALUES (lower(c.valid)), (lower(c.days)), (upper(c.days))) e (day)
        WHERE NOT c.whole AND c.valid @> e.day
      ) d
      LEFT JOIN hit h ON h.version = d.version AND h.days @> d.day
      GROUP BY d.version, d.id, d.community_id, d.valid, d.day
    )
    SELECT p.id, CASE WHEN row_number() OVER (PARTITION BY p.id ORDER BY lower(p.valid)) = 1 THEN '-infinity' ELSE lower(p.valid) END,
           p.community_id, p.grid_id, p.valid
    FROM piece p
  $q$, kind || '_grid', kind || '_id', kind, hit, wanted) USING things;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.place_in_grids(text, bigint[]) IS 'Works out anew in which grids these buildings, addresses or estates lie; null: all.';

-- as in V045, with estates
CREATE OR REPLACE FUNCTION register.follow_links(change bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  buildings bigint[];
  moved     bigint[];
  addresses bigint[];
  estates   bigint[];
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
  SELECT array_agg(t.id) INTO estates FROM (
    SELECT e.id FROM register.estate e WHERE e.opened_by = change
    UNION SELECT e.id FROM register.estate e WHERE e.closed_by = change
    UNION SELECT m.id FROM register.community_move m WHERE m.change = follow_links.change AND m.kind = 'estate'
    UNION SELECT e.id FROM outline o JOIN register.estate e ON o.geom && e.geom AND upper_inf(e.recorded)) t;
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
  IF estates IS NOT NULL THEN
    written := written + register.place_in_grids('estate', estates);
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

CREATE OR REPLACE FUNCTION register.place_all() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written CONSTANT bigint := register.place_in_grids('building', NULL) + register.place_in_grids('address', NULL)
                           + register.place_in_grids('estate', NULL)
                           + register.place_units(NULL) + register.place_persons(NULL);
BEGIN
  PERFORM register.follow_cells(NULL);
  RETURN written;
END $$;

SELECT register.place_in_grids('estate', NULL);

-- The set is a value of its own row in a subquery of a condition (OFFSET keeps it one): named there, it is fetched once for
-- a table, where every mention of the fetch itself is another one. The subquery costs something for each row, so what is
-- read by the thousand (units, homes, people) mentions the fetch instead, and does not look for a community among hundreds of
-- grids.
CREATE OR REPLACE FUNCTION access.condition(kind text, what text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $p$
DECLARE
  own         CONSTANT text := format('FROM access.reach r WHERE r.account_id = access.current_account() AND r.what = %L)', what);
  held        CONSTANT text := '(SELECT ROW(r.ids, r.by_grid)::access.reached ' || own;
  once        CONSTANT text := ' FROM (SELECT ' || held || ' AS reach OFFSET 0) s)';
  ids         CONSTANT text := '(s.reach).ids';
  -- where it is not named
  ids_alone   CONSTANT text := '(' || held || ').ids';
  -- worked out once for a query, not for each row
  today       CONSTANT text := '(SELECT access.today())';
  newest      CONSTANT text := 'l.since <= ' || today || ' ORDER BY l.since DESC LIMIT 1)';
  community   CONSTANT text := format('coalesce(%I.community_id, 0) <@ ', kind);
  grid        CONSTANT text := '(SELECT l.grid_id FROM register.%s l WHERE l.%s = %s AND ' || newest || ' <@ ';
  -- most have no grids: nothing is looked up then
  few         CONSTANT text := '(SELECT ' || community || ids || ' OR (s.reach).by_grid AND ' || grid || ids || once;
  many        CONSTANT text := '(SELECT r.by_community ' || own || ' AND ' || community || ids_alone || ' OR (SELECT r.by_grid ' || own || ' AND ' || grid || ids_alone;
  -- what has no link is believed no more: it counts as lying nowhere
  by_link     CONSTANT text := ids_alone || ' @> ANY (coalesce((SELECT ARRAY[l.grid_id, coalesce(l.community_id, 0)] FROM register.%s l WHERE l.%s = %s AND '
                            || newest || ', ''{0}''))';
  of_person   CONSTANT text := 'FROM register.person_place p WHERE p.person_id = person.id AND p.until > ' || today || ' AND p.since <= ' || today;
BEGIN
  RETURN CASE
    WHEN kind IN ('building', 'address', 'estate') THEN format(few, kind || '_grid', kind || '_id', kind || '.id')
    WHEN kind = 'unit' THEN format(many, 'building_grid', 'building_id', 'unit.building_id')
    WHEN kind IN ('household', 'residence') THEN format(many, 'unit_building', 'unit_id', kind || '.unit_id')
    WHEN kind IN ('entrance', 'unit_occupancy') THEN format(by_link, 'building_grid', 'building_id', kind || '.building_id')
    WHEN kind IN ('tenancy', 'evidence') THEN format(by_link, 'unit_building', 'unit_id', kind || '.unit_id')
    WHEN kind = 'organisation' THEN 'CASE WHEN organisation.unit_id IS NULL THEN 0::bigint <@ ' || ids_alone || ' ELSE '
      || format(by_link, 'unit_building', 'unit_id', 'organisation.unit_id') || ' END'
    -- of several homes one that is reached is enough; an aggregate over them costs twice as much
    WHEN kind = 'person' THEN 'coalesce((SELECT true ' || of_person || ' AND (p.grid_id <@ ' || ids_alone || ' OR coalesce(p.community_id, 0) <@ ' || ids_alone
      || ') LIMIT 1), (SELECT false ' || of_person || ' LIMIT 1), 0::bigint <@ ' || ids_alone || ')'
    WHEN kind = 'staff_post' THEN '(SELECT staff_post.grid_id <@ ' || ids
      || ' OR coalesce((SELECT g.community_id FROM register.grid g WHERE g.id = staff_post.grid_id AND upper_inf(g.recorded)'
      || ' ORDER BY lower(g.valid) DESC LIMIT 1), 0) <@ ' || ids || once
    WHEN kind = 'grid' THEN community || ids_alone
    -- a region above communities is reached by who reaches every community below it
    WHEN kind = 'region' THEN '(SELECT CASE region.level WHEN ''COMMUNITY'' THEN region.id <@ ' || ids
      || ' ELSE 0::bigint <@ ' || ids || ' OR (SELECT bool_and(c.id <@ ' || ids || ') FROM register.region c'
      || ' WHERE c.level = ''COMMUNITY'' AND c.code LIKE region.code || ''%'' AND upper_inf(c.recorded) AND c.valid @> access.today()) END' || once
    -- these cross areas: reached by who may do it anywhere
    WHEN kind IN ('road', 'context_feature') THEN 'EXISTS (SELECT ' || own
    -- seen with the things it is of, by the policies of their tables
    WHEN kind = 'lineage' THEN 'CASE lineage.kind WHEN ''BUILDING'' THEN ' || format(by_link, 'building_grid', 'building_id', 'lineage.from_id')
      || ' OR ' || format(by_link, 'building_grid', 'building_id', 'lineage.to_id')
      || ' WHEN ''UNIT'' THEN ' || format(by_link, 'unit_building', 'unit_id', 'lineage.from_id')
      || ' OR ' || format(by_link, 'unit_building', 'unit_id', 'lineage.to_id')
      || ' WHEN ''HOUSEHOLD'' THEN EXISTS (SELECT FROM register.household h WHERE h.id IN (lineage.from_id, lineage.to_id))'
      || ' WHEN ''PERSON'' THEN EXISTS (SELECT FROM register.person p WHERE p.id IN (lineage.from_id, lineage.to_id))'
      || ' WHEN ''ADDRESS'' THEN EXISTS (SELECT FROM register.address a WHERE a.id IN (lineage.from_id, lineage.to_id))'
      || ' ELSE true END'
  END;
END $p$;

CALL access.renew_walls();

ALTER TABLE access.reach DROP COLUMN communities, DROP COLUMN grids;

-- as in V044
CREATE OR REPLACE FUNCTION access.follow_areas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.reach r WHERE r.account_id = NEW.account_id;
  INSERT INTO access.reach (account_id, what, ids, by_community, by_grid)
  WITH may AS (
    SELECT DISTINCT h.role_id, h.whole_city, w.what,
           EXISTS (SELECT FROM access.role_permission i WHERE i.role_id = h.role_id AND i.permission = 'IMPORT') AS unplaced
    FROM access.account_role h
    JOIN access.role_permission p ON p.role_id = h.role_id
    JOIN (VALUES ('REGISTER_READ', 'READ'), ('PEOPLE_READ', 'READ'), ('PLACE_WRITE', 'PLACE'), ('PEOPLE_WRITE', 'PEOPLE'),
                 ('GRID_PLAN', 'GRID'), ('REGION_WRITE', 'REGION'), ('PEOPLE_READ', 'NAME'), ('IMPORT', 'IMPORT')) w (permission, what) ON w.permission = p.permission
    WHERE h.account_id = NEW.account_id
      AND (w.what <> 'NAME' OR EXISTS (SELECT FROM access.role_field f WHERE f.role_id = h.role_id AND f.field = 'NAME'))
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
  SELECT NEW.account_id, p.what, range_agg(coalesce(p.community, p.grid)), bool_or(p.community IS NOT NULL), bool_or(p.grid IS NOT NULL)
  FROM place p GROUP BY p.what;
  RETURN NULL;
END $$;

-- as in V044
CREATE OR REPLACE FUNCTION access.written_outside(account bigint, change bigint) RETURNS TABLE (kind text, id bigint)
LANGUAGE plpgsql SET search_path = register, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  of_table text;
BEGIN
  PERFORM set_config('registry.account', account::text, true);
  IF EXISTS (SELECT FROM access.reach r WHERE r.account_id = account AND r.what = 'IMPORT'
             AND r.ids @> int8multirange(int8range(NULL, NULL))) THEN
    RETURN;
  END IF;
  FOR of_table IN SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                  WHERE c.relnamespace = 'register'::regnamespace AND p.polname = c.relname || '_open' ORDER BY 1 LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L::text, %1$I.id FROM register.%1$I WHERE (opened_by = $1 OR closed_by = $1) AND (%2$s) IS NOT TRUE LIMIT 1',
                                of_table, access.condition(of_table, 'IMPORT')) USING change;
  END LOOP;
END $$;

-- as in V035
CREATE OR REPLACE FUNCTION access.sees_people(building bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT coalesce(l.community_id, 0) <@ r.ids OR coalesce(l.grid_id <@ r.ids, false)
    FROM access.reach r
    LEFT JOIN LATERAL (SELECT g.community_id, g.grid_id FROM register.building_grid g
                       WHERE g.building_id = building AND g.since <= access.today() ORDER BY g.since DESC LIMIT 1) l ON true
    WHERE r.account_id = access.current_account() AND r.what = 'NAME'), false)
$$;

-- as in V045
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
  SELECT coalesce(bool_or(coalesce(k.community_id, 0) <@ r.ids OR k.grid_id <@ r.ids), false)
  FROM access.reach r CROSS JOIN known k
  WHERE r.account_id = access.current_account() AND r.what = 'NAME'
$$;
