-- Where things lie, kept narrow: building and address → community and grid, unit → building, person → unit. Caches of
-- joins (DESIGN, invariant 2), beside the wide tables because a city's column takes ten times as long to write anew.
-- Row-level security (V025) asks them for every row it is not sure of: a question has to be one look at one index.
--
-- since: from which day on the row answers; the first of a thing answers for all days before, so the newest row not
-- after a day always is the place on that day or the nearest day of the thing's life.

CREATE TABLE register.building_grid (
  building_id  bigint    NOT NULL,
  since        date      NOT NULL,
  community_id bigint,
  grid_id      bigint,
  valid        daterange NOT NULL,
  CONSTRAINT building_grid_pk PRIMARY KEY (building_id, since) INCLUDE (community_id, grid_id)
);
COMMENT ON TABLE register.building_grid IS 'Cache: the grid that covers a building''s inside point, by days; belief of now. On a shared edge the smallest grid id.';
COMMENT ON COLUMN register.building_grid.building_id IS 'The building.';
COMMENT ON COLUMN register.building_grid.since IS 'Start of valid; -infinity in the first row of a building.';
COMMENT ON COLUMN register.building_grid.community_id IS 'Community of the building on these days; null: outside every community.';
COMMENT ON COLUMN register.building_grid.grid_id IS 'Grid that covers it on these days; null: none.';
COMMENT ON COLUMN register.building_grid.valid IS 'Days [from, to).';

CREATE TABLE register.address_grid (
  address_id   bigint    NOT NULL,
  since        date      NOT NULL,
  community_id bigint,
  grid_id      bigint,
  valid        daterange NOT NULL,
  CONSTRAINT address_grid_pk PRIMARY KEY (address_id, since) INCLUDE (community_id, grid_id)
);
COMMENT ON TABLE register.address_grid IS 'Cache: the grid that covers an address, by days; belief of now. On a shared edge the smallest grid id.';
COMMENT ON COLUMN register.address_grid.address_id IS 'The address.';
COMMENT ON COLUMN register.address_grid.since IS 'Start of valid; -infinity in the first row of an address.';
COMMENT ON COLUMN register.address_grid.community_id IS 'Community of the address on these days; null: without a point or outside.';
COMMENT ON COLUMN register.address_grid.grid_id IS 'Grid that covers it on these days; null: none.';
COMMENT ON COLUMN register.address_grid.valid IS 'Days [from, to).';

CREATE TABLE register.unit_building (
  unit_id      bigint NOT NULL,
  since        date   NOT NULL,
  community_id bigint,
  building_id  bigint NOT NULL,
  CONSTRAINT unit_building_pk PRIMARY KEY (unit_id, since) INCLUDE (community_id, building_id)
);
COMMENT ON TABLE register.unit_building IS 'Cache: the building of a unit, from a day on; belief of now.';
COMMENT ON COLUMN register.unit_building.unit_id IS 'The unit.';
COMMENT ON COLUMN register.unit_building.since IS 'First day; -infinity in the first row of a unit.';
COMMENT ON COLUMN register.unit_building.community_id IS 'Community of the unit; null: outside every community.';
COMMENT ON COLUMN register.unit_building.building_id IS 'Its building.';

CREATE TABLE register.person_place (
  person_id    bigint NOT NULL,
  until        date   NOT NULL,
  since        date   NOT NULL,
  community_id bigint,
  unit_id      bigint,
  CONSTRAINT person_place_pk PRIMARY KEY (person_id, until) INCLUDE (since, community_id, unit_id),
  CONSTRAINT person_place_some_days CHECK (since < until)
);
COMMENT ON TABLE register.person_place IS 'Cache: with which place a person is seen on which days: a main residence until it ends, and when none runs or is to come the registered address. Belief of now.';
COMMENT ON COLUMN register.person_place.person_id IS 'The person.';
COMMENT ON COLUMN register.person_place.until IS 'First day it no longer counts; infinity: none.';
COMMENT ON COLUMN register.person_place.since IS 'First day it counts; -infinity for a main residence: one to come counts already.';
COMMENT ON COLUMN register.person_place.community_id IS 'Community of the place; null: not known.';
COMMENT ON COLUMN register.person_place.unit_id IS 'Unit of the place; null: only its community is known.';

-- Most things lie in one grid all their days; the others are cut at every day on which a grid comes or goes. All of a
-- city are found from the grids: the outline then is prepared once for hundreds of points (200,000: 0.9 s, from the
-- points 9 s).
CREATE FUNCTION register.place_in_grids(kind text, things bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  point   CONSTANT text := CASE kind WHEN 'building' THEN 'inside_point' ELSE 'geom' END;
  wanted  CONSTANT text := CASE WHEN things IS NULL THEN 'true' ELSE 'x.id = ANY ($1)' END;
  hit     text;
  written bigint;
BEGIN
  IF things IS NULL THEN
    hit := format($q$
      SELECT x.version, g.id AS grid_id, x.valid * g.valid AS days
      FROM register.grid g
      CROSS JOIN LATERAL (SELECT x.version, x.valid FROM register.%1$I x
                          WHERE g.geom && x.%2$I AND ST_Covers(g.geom, x.%2$I) AND upper_inf(x.recorded) AND g.valid && x.valid
                          OFFSET 0) x
      WHERE upper_inf(g.recorded) $q$, kind, point);
  ELSE
    hit := format($q$
      SELECT x.version, g.id AS grid_id, x.valid * g.valid AS days
      FROM register.%1$I x
      CROSS JOIN LATERAL (SELECT g.id, g.valid FROM register.grid g
                          WHERE g.geom && x.%2$I AND ST_Covers(g.geom, x.%2$I) AND upper_inf(g.recorded) AND g.valid && x.valid
                          OFFSET 0) g
      WHERE x.id = ANY ($1) AND upper_inf(x.recorded) $q$, kind, point);
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
COMMENT ON FUNCTION register.place_in_grids(text, bigint[]) IS 'Works out anew in which grids these buildings or addresses lie; null: all.';

CREATE FUNCTION register.place_units(units bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  DELETE FROM register.unit_building l WHERE units IS NULL OR l.unit_id = ANY (units);
  EXECUTE format($q$
    INSERT INTO register.unit_building (unit_id, since, community_id, building_id)
    SELECT u.id, CASE WHEN row_number() OVER (PARTITION BY u.id ORDER BY lower(u.valid)) = 1 THEN '-infinity' ELSE lower(u.valid) END,
           u.community_id, u.building_id
    FROM register.unit u WHERE upper_inf(u.recorded) AND %s
  $q$, CASE WHEN units IS NULL THEN 'true' ELSE 'u.id = ANY ($1)' END) USING units;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.place_units(bigint[]) IS 'Works out anew in which buildings these units are; null: all.';

CREATE FUNCTION register.place_persons(persons bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  DELETE FROM register.person_place l WHERE persons IS NULL OR l.person_id = ANY (persons);
  EXECUTE format($q$
    INSERT INTO register.person_place (person_id, until, since, community_id, unit_id)
    WITH home AS MATERIALIZED (
      SELECT r.person_id, coalesce(upper(r.valid), 'infinity') AS until, r.community_id, r.unit_id
      FROM register.residence r WHERE r.main AND upper_inf(r.recorded) AND %s
    ), last AS MATERIALIZED (
      SELECT h.person_id, max(h.until) AS until FROM home h GROUP BY h.person_id
    ), known AS MATERIALIZED ( -- of several versions of a person the newest says where it is registered
      SELECT DISTINCT ON (p.id) p.id, p.registered_unit_id, p.registered_region_code
      FROM register.person p WHERE upper_inf(p.recorded) AND %s
      ORDER BY p.id, lower(p.valid) DESC
    )
    SELECT h.person_id, h.until, '-infinity'::date, h.community_id, h.unit_id FROM home h
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
  $q$, CASE WHEN persons IS NULL THEN 'true' ELSE 'r.person_id = ANY ($1)' END,
  CASE WHEN persons IS NULL THEN 'true' ELSE 'p.id = ANY ($1)' END) USING persons;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.place_persons(bigint[]) IS 'Works out anew with which places these persons are seen; null: all. Asks unit_building.';

-- Called last in every transaction that writes facts, by hand, import or plan. What a change wrote of is found by its
-- number; a boundary that moved carries along what lies in its old and its new outline.
CREATE FUNCTION register.follow_links(change bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  buildings bigint[];
  addresses bigint[];
  units     bigint[];
  persons   bigint[];
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
    written := written + register.place_in_grids('building', buildings);
  END IF;
  IF addresses IS NOT NULL THEN
    written := written + register.place_in_grids('address', addresses);
  END IF;
  -- what lies in a building goes where it goes, without a version of its own
  SELECT array_agg(t.id) INTO units FROM (
    SELECT u.id FROM register.unit u WHERE u.opened_by = change
    UNION SELECT u.id FROM register.unit u WHERE u.closed_by = change
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
  RETURN written;
END $$;
COMMENT ON FUNCTION register.follow_links(bigint) IS 'Brings the narrow links up to date after all a change wrote; answers how many rows it made.';

CREATE FUNCTION register.place_all() RETURNS bigint LANGUAGE sql AS $$
  SELECT register.place_in_grids('building', NULL) + register.place_in_grids('address', NULL)
       + register.place_units(NULL) + register.place_persons(NULL)
$$;
COMMENT ON FUNCTION register.place_all() IS 'Works out all narrow links anew; answers how many rows there are.';
SELECT register.place_all();
