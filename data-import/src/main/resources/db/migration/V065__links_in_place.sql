-- Narrow links (V024, V045, V046) are written where they differ, and left alone where they do not: a border that moves
-- concerns a thousand things around it and carries a dozen to another grid. Who places things is told which of them went.

DROP FUNCTION register.relink_buildings(bigint[]), register.follow_links(bigint), register.place_all(),
  register.place_in_grids(text, bigint[]), register.place_units(bigint[]), register.place_persons(bigint[]);

CREATE FUNCTION register.write_links(of_table text, keys text[], rest text[], wanted text, things bigint[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  thing   CONSTANT text := keys[1];
  these   CONSTANT text := CASE WHEN things IS NULL THEN 'true' ELSE format('l.%I = ANY ($1)', thing) END;
  same    CONSTANT text := (SELECT string_agg(format('w.%1$I = l.%1$I', k), ' AND ') FROM unnest(keys) k);
  columns CONSTANT text := (SELECT string_agg(quote_ident(c), ', ') FROM unnest(keys || rest) c);
  named   CONSTANT text := (SELECT string_agg(quote_ident(c), ', ') FROM unnest(rest) c);
  old     CONSTANT text := (SELECT string_agg(format('l.%I', c), ', ') FROM unnest(rest) c);
  new     CONSTANT text := (SELECT string_agg(format('w.%I', c), ', ') FROM unnest(rest) c);
  answer  CONSTANT text := CASE WHEN things IS NULL THEN 'NULL' ELSE
    'coalesce((SELECT array_agg(DISTINCT t.id) FROM (SELECT id FROM gone UNION ALL SELECT id FROM other UNION ALL SELECT id FROM come) t), ''{}'')' END;
  written bigint[];
BEGIN
  -- in a statement of its own: what is worked out below sees all that those wrote who held one of these
  EXECUTE format('SELECT FROM identity.%I i WHERE i.id = ANY ($1) ORDER BY i.id FOR NO KEY UPDATE', left(thing, -3)) USING things;
  EXECUTE format($q$
    WITH wanted (%3$s) AS MATERIALIZED (%2$s), gone AS (
      DELETE FROM register.%1$I l WHERE %4$s AND NOT EXISTS (SELECT FROM wanted w WHERE %5$s) RETURNING l.%9$I AS id
    ), other AS (
      UPDATE register.%1$I l SET (%6$s) = ROW (%8$s) FROM wanted w
      WHERE %4$s AND %5$s AND (%7$s) IS DISTINCT FROM (%8$s) RETURNING l.%9$I AS id
    ), come AS (
      INSERT INTO register.%1$I AS i (%3$s)
      SELECT w.* FROM wanted w WHERE NOT EXISTS (SELECT FROM register.%1$I l WHERE %4$s AND %5$s) RETURNING i.%9$I AS id
    )
    SELECT %10$s
  $q$, of_table, wanted, columns, these, same, named, old, new, thing, answer) INTO written USING things;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.write_links(text, text[], text[], text, bigint[]) IS
  'Makes the links of these things those that are wanted (a query for keys and the rest; $1 are the things); answers the things whose links it wrote. Null: of all, and no answer.';

-- as in V046, written where it differs
CREATE FUNCTION register.place_in_grids(kind text, things bigint[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  -- what the index finds, and the point itself
  near   CONSTANT text := CASE kind WHEN 'building' THEN 'x.inside_point' ELSE 'x.geom' END;
  point  CONSTANT text := CASE kind WHEN 'estate' THEN 'ST_SnapToGrid(ST_PointOnSurface(x.geom), 1e-8)' ELSE near END;
  wanted CONSTANT text := CASE WHEN things IS NULL THEN 'true' ELSE 'x.id = ANY ($1)' END;
  hit    text;
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
  RETURN register.write_links(kind || '_grid', ARRAY[kind || '_id', 'since'], ARRAY['community_id', 'grid_id', 'valid'], format($q$
    WITH hit AS MATERIALIZED (%2$s), covered AS MATERIALIZED (
      SELECT x.version, x.id, x.valid, x.community_id, h.grid_id, h.days,
             h.grid_id IS NULL OR h.days = x.valid AND count(*) OVER (PARTITION BY x.version) = 1 AS whole
      FROM register.%1$I x
      LEFT JOIN hit h ON h.version = x.version
      WHERE upper_inf(x.recorded) AND %3$s
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
  $q$, kind, hit, wanted), things);
END $$;
COMMENT ON FUNCTION register.place_in_grids(text, bigint[]) IS 'Works out in which grids these buildings, addresses or estates lie; answers those that lay elsewhere before. Null: all, and no answer.';

-- as in V045, written where it differs
CREATE FUNCTION register.place_units(units bigint[]) RETURNS bigint[] LANGUAGE sql AS $$
  SELECT register.write_links('unit_building', ARRAY['unit_id', 'since'], ARRAY['community_id', 'building_id', 'grid_id'], format($q$
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
  CASE WHEN units IS NULL THEN 'true' ELSE 'g.building_id IN (SELECT building_id FROM span)' END), units)
$$;
COMMENT ON FUNCTION register.place_units(bigint[]) IS 'Works out in which buildings and grids these units are; answers those that were elsewhere before. Null: all, and no answer. Asks building_grid.';

CREATE FUNCTION register.place_persons(persons bigint[]) RETURNS bigint[] LANGUAGE sql AS $$
  SELECT register.write_links('person_place', ARRAY['person_id', 'until', 'part'], ARRAY['since', 'community_id', 'unit_id', 'grid_id'], format($q$
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
  CASE WHEN persons IS NULL THEN 'true' ELSE 'g.unit_id IN (SELECT unit_id FROM place)' END), persons)
$$;
COMMENT ON FUNCTION register.place_persons(bigint[]) IS 'Works out with which places these persons are seen; answers those that were seen with others before. Null: all, and no answer. Asks unit_building.';

-- as in V047, in one go; nothing to do where a statement wrote nothing
CREATE OR REPLACE FUNCTION register.place_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM touched) OR NOT EXISTS (SELECT FROM register.unit_occupancy) THEN
    RETURN NULL; -- a first load
  END IF;
  -- nobody derives states of these from the places before
  PERFORM FROM identity.building i WHERE i.id IN (SELECT t.building_id FROM touched t) ORDER BY i.id FOR NO KEY UPDATE;
  UPDATE register.unit_occupancy o SET community_id = p.community_id, grid_id = p.grid_id, placed_until = p.until
  FROM (SELECT DISTINCT t.building_id FROM touched t) b
  LEFT JOIN ( -- as building_place answers, of all at once
    SELECT l.building_id, coalesce(l.community_id, 0) AS community_id, l.grid_id, l.since,
           coalesce(lead(l.since) OVER (PARTITION BY l.building_id ORDER BY l.since), 'infinity') AS until
    FROM register.building_grid l WHERE l.building_id IN (SELECT t.building_id FROM touched t)
  ) p ON p.building_id = b.building_id AND p.since <= access.today() AND p.until > access.today()
  WHERE o.building_id = b.building_id
    AND (o.community_id, o.grid_id, o.placed_until) IS DISTINCT FROM (p.community_id, p.grid_id, p.until);
  RETURN NULL;
END $$;

-- as in V046
CREATE FUNCTION register.follow_links(change bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  buildings bigint[];
  moved     bigint[];
  addresses bigint[];
  estates   bigint[];
  units     bigint[];
  persons   bigint[];
  concerned bigint[];
  first     boolean := NOT EXISTS (SELECT FROM register.building_grid) AND NOT EXISTS (SELECT FROM register.person_place);
BEGIN
  IF first THEN -- a first load: all there is, without looking for it row by row
    PERFORM register.place_all();
    RETURN;
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
    moved := register.place_in_grids('building', buildings);
  END IF;
  IF addresses IS NOT NULL THEN
    PERFORM register.place_in_grids('address', addresses);
  END IF;
  IF estates IS NOT NULL THEN
    PERFORM register.place_in_grids('estate', estates);
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
    PERFORM register.place_units(units);
  END IF;
  SELECT array_agg(t.id) INTO persons FROM (
    SELECT p.id FROM register.person p WHERE p.opened_by = change
    UNION SELECT p.id FROM register.person p WHERE p.closed_by = change
    UNION SELECT r.person_id FROM register.residence r WHERE r.opened_by = change
    UNION SELECT r.person_id FROM register.residence r WHERE r.closed_by = change
    UNION SELECT r.person_id FROM register.residence r WHERE r.unit_id = ANY (units) AND r.main AND upper_inf(r.recorded)
    UNION SELECT p.id FROM register.person p WHERE p.registered_unit_id = ANY (units) AND upper_inf(p.recorded)) t;
  IF persons IS NOT NULL THEN
    PERFORM register.place_persons(persons);
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
END $$;
COMMENT ON FUNCTION register.follow_links(bigint) IS 'Brings the narrow links, and the cells of counting, up to date after all a change wrote.';

CREATE FUNCTION register.place_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM register.place_in_grids('building', NULL), register.place_in_grids('address', NULL), register.place_in_grids('estate', NULL);
  PERFORM register.place_units(NULL);
  PERFORM register.place_persons(NULL);
  PERFORM register.follow_cells(NULL);
END $$;
COMMENT ON FUNCTION register.place_all() IS 'Works out all narrow links, and the cells of counting, anew.';

-- as in V064
CREATE FUNCTION register.relink_buildings(buildings bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  moved   CONSTANT bigint[] := register.place_in_grids('building', buildings);
  units   bigint[];
  persons bigint[];
  grids   bigint[];
BEGIN
  -- one link, of the one version there is, to the one place of its building, is as it should be
  units := register.place_units(ARRAY(
    WITH whole AS (
      SELECT g.building_id, min(g.grid_id) AS grid_id FROM register.building_grid g
      WHERE g.building_id = ANY (buildings) GROUP BY g.building_id HAVING count(*) = 1
    )
    SELECT DISTINCT u.id FROM register.unit u
    LEFT JOIN whole w ON w.building_id = u.building_id
    CROSS JOIN LATERAL (SELECT count(*) AS links, min(l.building_id) AS building_id, min(l.grid_id) AS grid_id, min(l.community_id) AS community_id
                        FROM register.unit_building l WHERE l.unit_id = u.id) l
    WHERE u.building_id = ANY (buildings) AND upper_inf(u.recorded)
      AND ((l.links, l.building_id, l.grid_id, l.community_id) IS DISTINCT FROM (1, w.building_id, w.grid_id, u.community_id)
           OR EXISTS (SELECT FROM register.unit v WHERE v.id = u.id AND upper_inf(v.recorded) AND v.version <> u.version))));
  persons := register.place_persons(ARRAY(
    SELECT r.person_id FROM register.residence r WHERE r.unit_id = ANY (units) AND r.main AND upper_inf(r.recorded)
    UNION SELECT p.id FROM register.person p WHERE p.registered_unit_id = ANY (units) AND upper_inf(p.recorded)));
  -- cells follow where a building is in none of its grid; two who relink may have buildings of one grid
  PERFORM pg_advisory_xact_lock(91570133093964);
  SELECT array_agg(DISTINCT l.grid_id) INTO grids FROM register.building_grid l
  WHERE l.building_id = ANY (buildings) AND l.grid_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM register.cell_building m JOIN register.cell c ON c.id = m.cell_id
                    WHERE m.building_id = l.building_id AND c.grid_id = l.grid_id AND c.valid && l.valid);
  IF grids IS NOT NULL THEN
    PERFORM register.follow_cells(grids);
  END IF;
  RETURN cardinality(moved) + cardinality(units) + cardinality(persons);
END $$;
COMMENT ON FUNCTION register.relink_buildings(bigint[]) IS
  'Works out in which grids these buildings lie, and with them their units, who lives there and the cells of counting; answers how many of all these lay elsewhere before.';
