-- Cells of counting (decisions/13): who may not see what people are called is told numbers of people and households for
-- whole cells alone, so that every difference of two answers is one of whole cells. A cell is a group of neighbouring
-- buildings of one grid that had at least so many households when it was made, or the whole grid where that has fewer.
--
-- Cells stay what they are for as long as the outline of their grid does: a building that comes joins the cell of its
-- nearest neighbour, one that goes is counted no longer. A cell that is a whole grid is divided once the grid has the
-- households for it; what was told of it before is the sum of its parts. Numbers are not kept: they are summed up live.

INSERT INTO register.setting (name, value, about) VALUES
  ('cell.least_households', '10', 'A cell of counting has at least this many households when it is made; a change holds for cells made after it');

CREATE TABLE register.cell (
  id      bigint    GENERATED ALWAYS AS IDENTITY,
  grid_id bigint    NOT NULL,
  valid   daterange NOT NULL,
  outline text      NOT NULL,
  CONSTRAINT cell_pk PRIMARY KEY (id)
);
CREATE INDEX cell_grid_ix ON register.cell (grid_id);
COMMENT ON TABLE register.cell IS 'Groups of neighbouring buildings of a grid, the least of which numbers of people are told; belief of now.';
COMMENT ON COLUMN register.cell.id IS 'Number of the cell.';
COMMENT ON COLUMN register.cell.grid_id IS 'Grid it is of.';
COMMENT ON COLUMN register.cell.valid IS 'Days [from, to) on which the grid has this outline without a break.';
COMMENT ON COLUMN register.cell.outline IS 'Digest of the outline of the grid: another outline has other cells.';
COMMENT ON INDEX register.cell_grid_ix IS 'Cells of a grid.';

CREATE TABLE register.cell_building (
  building_id bigint NOT NULL,
  cell_id     bigint NOT NULL,
  CONSTRAINT cell_building_pk PRIMARY KEY (building_id, cell_id),
  CONSTRAINT cell_building_cell_fk FOREIGN KEY (cell_id) REFERENCES register.cell (id) ON DELETE CASCADE
);
CREATE INDEX cell_building_cell_ix ON register.cell_building (cell_id, building_id);
COMMENT ON TABLE register.cell_building IS 'Buildings of cells, on those days on which the building lies in the grid of the cell (building_grid).';
COMMENT ON COLUMN register.cell_building.building_id IS 'The building.';
COMMENT ON COLUMN register.cell_building.cell_id IS 'The cell.';
COMMENT ON INDEX register.cell_building_cell_ix IS 'Buildings of a cell.';

CREATE INDEX building_grid_grid_ix ON register.building_grid (grid_id);
COMMENT ON INDEX register.building_grid_grid_ix IS 'Buildings of a grid, over time.';

-- Neighbours stand beside each other in the order PostGIS gives points (along a Hilbert curve): it is walked along, and a
-- cell ends with the building that brings it the households it needs. What is left over goes to the last.
CREATE FUNCTION register.divide_cells(cells bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  least   CONSTANT bigint := (SELECT s.value::bigint FROM register.setting s WHERE s.name = 'cell.least_households');
  home    record;
  whole   bigint;
  part    bigint;
  lived   bigint;
  moved   bigint[] := '{}';
  into_it bigint[] := '{}';
  made    bigint := 0;
BEGIN
  FOR home IN
    WITH member AS MATERIALIZED (
      SELECT c.id AS cell_id, c.grid_id, m.building_id,
             greatest(lower(c.valid), least(access.today(), coalesce(upper(c.valid) - 1, access.today()))) AS day
      FROM register.cell c JOIN register.cell_building m ON m.cell_id = c.id
      WHERE c.id = ANY (cells)
    ), placed AS MATERIALIZED ( -- each building by its indexes: as joins of what has no statistics yet, a city took hours
      SELECT m.cell_id, m.building_id, b.point,
             (SELECT count(DISTINCT r.household_id)
              FROM register.building_grid l
              JOIN register.unit u ON u.building_id = l.building_id AND upper_inf(u.recorded) AND u.valid @> m.day
              JOIN register.residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.valid @> m.day
              WHERE l.building_id = m.building_id AND l.grid_id = m.grid_id AND l.valid @> m.day) AS households
      FROM member m
      CROSS JOIN LATERAL (
        SELECT x.inside_point AS point FROM register.building x
        WHERE x.id = m.building_id AND upper_inf(x.recorded) ORDER BY x.valid @> m.day DESC, lower(x.valid) LIMIT 1) b
    )
    SELECT p.cell_id, p.building_id, p.households,
           sum(p.households) OVER (PARTITION BY p.cell_id) - sum(p.households) OVER (PARTITION BY p.cell_id ORDER BY p.point, p.building_id) AS ahead
    FROM placed p
    ORDER BY p.cell_id, p.point, p.building_id
  LOOP
    IF home.cell_id IS DISTINCT FROM whole THEN -- the first part keeps the number of the whole
      whole := home.cell_id;
      part := whole;
      lived := 0;
    END IF;
    lived := lived + home.households;
    IF part <> whole THEN
      moved := moved || home.building_id;
      into_it := into_it || part;
    END IF;
    IF lived >= least AND home.ahead >= least THEN
      INSERT INTO register.cell (grid_id, valid, outline)
      SELECT c.grid_id, c.valid, c.outline FROM register.cell c WHERE c.id = whole RETURNING id INTO part;
      lived := 0;
      made := made + 1;
    END IF;
  END LOOP;
  UPDATE register.cell_building m SET cell_id = t.part
  FROM (SELECT unnest(moved) AS building_id, unnest(into_it) AS part) t
  JOIN register.cell p ON p.id = t.part
  WHERE m.building_id = t.building_id AND m.cell_id = ANY (cells)
    AND EXISTS (SELECT FROM register.cell w WHERE w.id = m.cell_id AND w.grid_id = p.grid_id AND w.valid = p.valid);
  RETURN made;
END $$;
COMMENT ON FUNCTION register.divide_cells(bigint[]) IS 'Divides cells into such as have the least households each, where there are enough; answers how many it made.';

CREATE FUNCTION register.follow_cells(grids bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  concerned CONSTANT bigint[] := coalesce(grids, ARRAY(SELECT g.id FROM register.grid g UNION SELECT c.grid_id FROM register.cell c));
  made               bigint;
BEGIN
  CREATE TEMP TABLE outlined ON COMMIT DROP AS
  SELECT g.id AS grid_id, md5(ST_AsBinary(g.geom)) AS outline, unnest(range_agg(g.valid)) AS valid
  FROM register.grid g
  WHERE upper_inf(g.recorded) AND g.id = ANY (concerned)
  GROUP BY g.id, md5(ST_AsBinary(g.geom));
  -- cells of the same outline stay, of two sets the earlier; the others go
  CREATE TEMP TABLE kept ON COMMIT DROP AS
  SELECT DISTINCT ON (s.grid_id, s.outline, o.valid) s.grid_id, s.outline, s.valid AS before, o.valid
  FROM (
    SELECT DISTINCT ON (c.grid_id, c.outline, c.valid) c.grid_id, c.outline, c.valid, o.valid AS run
    FROM register.cell c JOIN outlined o ON o.grid_id = c.grid_id AND o.outline = c.outline AND o.valid && c.valid
    ORDER BY c.grid_id, c.outline, c.valid, lower(o.valid)
  ) s
  JOIN outlined o ON o.grid_id = s.grid_id AND o.outline = s.outline AND o.valid = s.run
  ORDER BY s.grid_id, s.outline, o.valid, lower(s.valid);
  DELETE FROM register.cell c
  WHERE c.grid_id = ANY (concerned)
    AND NOT EXISTS (SELECT FROM kept k WHERE k.grid_id = c.grid_id AND k.outline = c.outline AND k.before = c.valid);
  UPDATE register.cell c SET valid = k.valid
  FROM kept k WHERE k.grid_id = c.grid_id AND k.outline = c.outline AND k.before = c.valid AND k.valid <> c.valid;
  INSERT INTO register.cell (grid_id, valid, outline)
  SELECT o.grid_id, o.valid, o.outline FROM outlined o
  WHERE NOT EXISTS (SELECT FROM register.cell c WHERE c.grid_id = o.grid_id AND c.valid = o.valid)
  ORDER BY o.grid_id, o.valid;
  DROP TABLE outlined, kept;
  -- who came joins the cell of its nearest neighbour
  CREATE TEMP TABLE newcomer ON COMMIT DROP AS
  SELECT DISTINCT l.building_id, c.grid_id, c.valid
  FROM register.cell c JOIN register.building_grid l ON l.grid_id = c.grid_id AND l.valid && c.valid
  WHERE c.grid_id = ANY (concerned)
    AND NOT EXISTS (SELECT FROM register.cell_building m JOIN register.cell o ON o.id = m.cell_id
                    WHERE m.building_id = l.building_id AND o.grid_id = c.grid_id AND o.valid = c.valid);
  INSERT INTO register.cell_building (building_id, cell_id)
  SELECT n.building_id, near.cell_id
  FROM newcomer n
  JOIN (SELECT c.grid_id, c.valid, min(c.id) AS first, count(*) AS cells FROM register.cell c
        WHERE c.grid_id = ANY (concerned) GROUP BY c.grid_id, c.valid) s
    ON s.grid_id = n.grid_id AND s.valid = n.valid
  CROSS JOIN LATERAL (
    SELECT s.first AS cell_id WHERE s.cells = 1
    UNION ALL
    (SELECT m.cell_id
     FROM register.cell c JOIN register.cell_building m ON m.cell_id = c.id
     JOIN register.building x ON x.id = m.building_id AND upper_inf(x.recorded)
     WHERE s.cells > 1 AND c.grid_id = n.grid_id AND c.valid = n.valid
     ORDER BY x.inside_point <-> (SELECT b.inside_point FROM register.building b WHERE b.id = n.building_id AND upper_inf(b.recorded)
                                  ORDER BY b.valid && n.valid DESC, lower(b.valid) DESC LIMIT 1), m.cell_id
     LIMIT 1)
    LIMIT 1) near;
  DROP TABLE newcomer;
  SELECT register.divide_cells(coalesce(array_agg(w.id), '{}')) INTO made
  FROM (SELECT min(c.id) AS id FROM register.cell c
        WHERE c.grid_id = ANY (concerned)
        GROUP BY c.grid_id, c.valid HAVING count(*) = 1) w;
  RETURN made;
END $$;
COMMENT ON FUNCTION register.follow_cells(bigint[]) IS 'Brings the cells of grids up to date with their outlines, buildings and households; null: of all. Asks building_grid.';

-- Where the links follow, cells follow.
DO $$
DECLARE
  written text := pg_get_functiondef('register.follow_links(bigint)'::regprocedure);
  part    text[];
BEGIN
  FOREACH part SLICE 1 IN ARRAY ARRAY[
    ARRAY['  written   bigint := 0;', '  written   bigint := 0;
  concerned bigint[];'],
    ARRAY['  RETURN written;', '  SELECT array_agg(t.id) INTO concerned FROM (
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
  RETURN written;']]
  LOOP
    ASSERT array_length(string_to_array(written, part[1]), 1) = 2, 'follow_links is not as V024 wrote it: ' || part[1];
    written := replace(written, part[1], part[2]);
  END LOOP;
  EXECUTE written;
END $$;
CREATE OR REPLACE FUNCTION register.place_all() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written CONSTANT bigint := register.place_in_grids('building', NULL) + register.place_in_grids('address', NULL)
                           + register.place_units(NULL) + register.place_persons(NULL);
BEGIN
  PERFORM register.follow_cells(NULL);
  RETURN written;
END $$;
SELECT register.follow_cells(NULL);

GRANT SELECT ON register.cell, register.cell_building TO registry_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON register.cell, register.cell_building TO registry_settle;

-- Whether numbers of who lives in a building may be told: where names are seen.
CREATE FUNCTION access.sees_people(building bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT coalesce(l.community_id, 0) <@ r.communities OR coalesce(l.grid_id <@ r.grids, false)
    FROM access.reach r
    LEFT JOIN LATERAL (SELECT g.community_id, g.grid_id FROM register.building_grid g
                       WHERE g.building_id = building AND g.since <= access.today() ORDER BY g.since DESC LIMIT 1) l ON true
    WHERE r.account_id = access.current_account() AND r.what = 'NAME'), false)
$$;
COMMENT ON FUNCTION access.sees_people(bigint) IS 'Whether the account sees what people of a building are called, so that it may be told how many live there.';

-- Of the buildings of an area those whose people may be counted: where names are seen, and of the others whole cells. A
-- building of a cell that is not in the area keeps the cell out, but one that does not stand on the day; one that is not
-- seen at all (the second wall) keeps it out too.
CREATE FUNCTION register.counted_buildings(inside bigint[], as_of date, sighted boolean)
RETURNS TABLE (building_id bigint, cell_id bigint) LANGUAGE sql STABLE ROWS 200 AS $$
  SELECT i.id, NULL::bigint FROM unnest(inside) i (id) WHERE sighted
  UNION ALL
  (WITH here AS MATERIALIZED (
    SELECT i.id, access.sees_people(i.id) AS seen,
           (SELECT m.cell_id FROM register.building_grid l
            JOIN register.cell_building m ON m.building_id = l.building_id
            JOIN register.cell c ON c.id = m.cell_id AND c.grid_id = l.grid_id AND c.valid @> as_of
            WHERE l.building_id = i.id AND l.valid @> as_of) AS cell_id
    FROM unnest(inside) i (id)
    WHERE NOT sighted
  ), whole AS MATERIALIZED (
    SELECT c.id FROM register.cell c
    WHERE c.id IN (SELECT h.cell_id FROM here h WHERE NOT h.seen)
      AND NOT EXISTS (
        SELECT FROM register.cell_building m
        JOIN register.building_grid l ON l.building_id = m.building_id AND l.grid_id = c.grid_id AND l.valid @> as_of
        LEFT JOIN register.building b ON b.id = m.building_id AND upper_inf(b.recorded) AND b.valid @> as_of
        WHERE m.cell_id = c.id AND (b.id IS NULL OR b.status = 'STANDING')
          AND NOT EXISTS (SELECT FROM here h WHERE h.id = m.building_id))
  )
  SELECT h.id, CASE WHEN NOT h.seen THEN h.cell_id END
  FROM here h
  WHERE h.seen OR h.cell_id IN (SELECT w.id FROM whole w))
$$;
COMMENT ON FUNCTION register.counted_buildings(bigint[], date, boolean) IS
  'Buildings of an area whose people the account may count, with their cells where they are counted for being of a whole one; sighted: all, without a look.';
