-- The days of a version as two plain columns beside the range: what is so on a day is found in the index alone.
--
-- A condition on valid is asked of each row after it was fetched: whatever a thing was before costs a page each time its
-- thing is looked for, and behind the second wall a look at the areas too, since @> is not leakproof. since and until are
-- compared by operators that are; put into the indexes that lead from thing to thing, they leave former versions where they
-- are (decisions/14). valid stays what is written and what the rules are about.

CREATE PROCEDURE register.make_days(kind text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format($f$
    ALTER TABLE register.%I
      ADD COLUMN since date NOT NULL GENERATED ALWAYS AS (coalesce(lower(valid), '-infinity')) STORED,
      ADD COLUMN until date NOT NULL GENERATED ALWAYS AS (coalesce(upper(valid), 'infinity')) STORED$f$, kind);
  EXECUTE format('COMMENT ON COLUMN register.%I.since IS %L', kind, 'First day it was so; from valid.');
  EXECUTE format('COMMENT ON COLUMN register.%I.until IS %L', kind, 'First day it was so no more; infinity: none. From valid.');
END $$;
COMMENT ON PROCEDURE register.make_days(text) IS 'Gives a table with valid its days as plain columns.';

-- as in V001, with days
CREATE OR REPLACE PROCEDURE register.make_fact(kind text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format($f$
    CREATE TABLE identity.%1$I (
      id     bigint NOT NULL DEFAULT nextval('identity.id_seq'),
      source text   NOT NULL,
      key    text   NOT NULL,
      CONSTRAINT %2$I PRIMARY KEY (id),
      CONSTRAINT %3$I UNIQUE (source, key)
    )$f$, kind, kind || '_identity_pk', kind || '_source_key_unique');
  EXECUTE format('COMMENT ON TABLE identity.%I IS %L', kind, 'Who is who: every ' || kind || ' ever known.');
  EXECUTE format('COMMENT ON COLUMN identity.%I.id IS %L', kind, 'Opaque, permanent, unique over all kinds.');
  EXECUTE format('COMMENT ON COLUMN identity.%I.source IS %L', kind, 'Source that first named it.');
  EXECUTE format('COMMENT ON COLUMN identity.%I.key IS %L', kind, 'Its key in that source.');
  EXECUTE format($f$
    ALTER TABLE register.%1$I
      ADD CONSTRAINT %2$I PRIMARY KEY (version),
      ADD CONSTRAINT %3$I FOREIGN KEY (id) REFERENCES identity.%1$I (id),
      ADD CONSTRAINT %4$I FOREIGN KEY (opened_by) REFERENCES register.change (id),
      ADD CONSTRAINT %5$I FOREIGN KEY (closed_by) REFERENCES register.change (id),
      ADD CONSTRAINT %6$I CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
      ADD CONSTRAINT %7$I CHECK (NOT isempty(recorded) AND NOT lower_inf(recorded)
                                 AND upper_inf(recorded) = (closed_by IS NULL)),
      ADD CONSTRAINT %8$I EXCLUDE USING gist (id WITH =, valid WITH &&) WHERE (upper_inf(recorded))$f$,
    kind, kind || '_pk', kind || '_id_fk', kind || '_opened_by_fk', kind || '_closed_by_fk',
    kind || '_valid_has_start', kind || '_recorded_closed_by_change', kind || '_one_belief');
  CALL register.make_days(kind);
  CALL register.index_days(kind, 'id', kind || '_believed_ix');
  EXECUTE format('CREATE INDEX %I ON register.%I (opened_by)', kind || '_opened_by_ix', kind);
  EXECUTE format('CREATE INDEX %I ON register.%I (closed_by) WHERE closed_by IS NOT NULL', kind || '_closed_by_ix', kind);
END $$;

CREATE PROCEDURE register.index_days(kind text, reference text, name text, also text DEFAULT '') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP INDEX IF EXISTS register.%I', name);
  EXECUTE format('CREATE INDEX %I ON register.%I (%I, until, since) WHERE upper_inf(recorded) %s', name, kind, reference, also);
END $$;
COMMENT ON PROCEDURE register.index_days(text, text, text, text) IS 'Index on believed rows by a reference and the days: name, and what else a row must be.';

DO $$
DECLARE
  kind text;
BEGIN
  FOR kind IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'recorded'
              WHERE c.relnamespace = 'register'::regnamespace AND c.relkind = 'r' AND c.relname <> 'fact' ORDER BY 1 LOOP
    CALL register.make_days(kind);
    CALL register.index_days(kind, 'id', kind || '_believed_ix');
  END LOOP;
END $$;

CALL register.index_days('building', 'address_id', 'building_address_ix');
CALL register.index_days('entrance', 'building_id', 'entrance_building_ix');
CALL register.index_days('unit', 'building_id', 'unit_building_ix');
CALL register.index_days('unit', 'address_id', 'unit_address_ix');
CALL register.index_days('household', 'unit_id', 'household_unit_ix');
CALL register.index_days('residence', 'unit_id', 'residence_unit_ix');
CALL register.index_days('residence', 'person_id', 'residence_person_ix');
CALL register.index_days('residence', 'household_id', 'residence_household_ix');
CALL register.index_days('tenancy', 'unit_id', 'tenancy_unit_ix');
CALL register.index_days('organisation', 'unit_id', 'organisation_unit_ix');
CALL register.index_days('staff_post', 'grid_id', 'staff_post_grid_ix');
CALL register.index_days('person', 'registered_unit_id', 'person_registered_unit_ix', 'AND registered_unit_id IS NOT NULL');
GRANT SELECT (since, until) ON register.person TO registry_settle;

CALL register.make_days('unit_occupancy');
DROP INDEX register.unit_occupancy_building_ix;
CREATE INDEX unit_occupancy_building_ix ON register.unit_occupancy (building_id, until, since, state);
ALTER TABLE register.unit_occupancy DROP CONSTRAINT unit_occupancy_pk,
  ADD CONSTRAINT unit_occupancy_pk PRIMARY KEY (unit_id, until, since);

-- Search reads these alone, without the rows.
DROP INDEX register.address_door_text_ix, register.address_door_alias_ix, register.building_name_ix;
CREATE INDEX address_door_text_ix ON register.address (text) INCLUDE (id, since, until, community_id)
  WHERE upper_inf(recorded) AND room IS NULL;
CREATE INDEX address_door_alias_ix ON register.address (id) INCLUDE (aliases, since, until, community_id)
  WHERE upper_inf(recorded) AND room IS NULL AND aliases <> '{}';
CREATE INDEX building_name_ix ON register.building (name) INCLUDE (id, since, until, status, community_id)
  WHERE upper_inf(recorded) AND name IS NOT NULL;
COMMENT ON INDEX register.address_door_alias_ix IS 'Search: aliases of addresses above the room, read index-only.';
COMMENT ON INDEX register.address_door_text_ix IS 'Search: texts of addresses above the room, read index-only.';
COMMENT ON INDEX register.building_name_ix IS 'Search: names of buildings, read index-only.';

CREATE OR REPLACE FUNCTION register.standing_buildings(as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200000 AS $$
  SELECT b.* FROM register.building b
  WHERE upper_inf(b.recorded) AND b.since <= as_of AND b.until > as_of AND b.status = 'STANDING'
$$;

CREATE OR REPLACE FUNCTION register.buildings_of_grid(grid_code text, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.*
  FROM register.grid g
  JOIN register.building b ON g.geom && b.inside_point AND ST_Covers(g.geom, b.inside_point)
  WHERE g.code = grid_code AND upper_inf(g.recorded) AND g.since <= as_of AND g.until > as_of
    AND upper_inf(b.recorded) AND b.since <= as_of AND b.until > as_of AND b.status = 'STANDING'
    AND (ST_ContainsProperly(g.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM register.grid o
      WHERE upper_inf(o.recorded) AND o.since <= as_of AND o.until > as_of AND o.id < g.id
        AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;

CREATE OR REPLACE FUNCTION register.buildings_of_region(region_code text, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20000 AS $$
  SELECT b.*
  FROM register.region r
  JOIN register.building b ON r.geom && b.inside_point AND ST_Covers(r.geom, b.inside_point)
  WHERE r.code = region_code AND upper_inf(r.recorded) AND r.since <= as_of AND r.until > as_of
    AND upper_inf(b.recorded) AND b.since <= as_of AND b.until > as_of AND b.status = 'STANDING'
    AND (ST_ContainsProperly(r.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM register.region o
      WHERE upper_inf(o.recorded) AND o.since <= as_of AND o.until > as_of AND o.level = r.level AND o.id < r.id
        AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;

CREATE OR REPLACE FUNCTION register.buildings_of_shape(shape geometry, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.* FROM register.building b
  WHERE shape && b.inside_point AND ST_Covers(shape, b.inside_point)
    AND upper_inf(b.recorded) AND b.since <= as_of AND b.until > as_of AND b.status = 'STANDING'
$$;

DROP FUNCTION register.occupancy_known(bigint[], timestamptz);
CREATE FUNCTION register.occupancy_known(buildings bigint[], known_at timestamptz)
RETURNS TABLE (unit_id bigint, building_id bigint, valid daterange, state text, basis text,
               evidence_id bigint, contradiction boolean, hint text, since date, until date)
LANGUAGE sql STABLE STRICT ROWS 20000 AS $$
  SELECT d.*, lower(d.valid), coalesce(upper(d.valid), 'infinity') FROM register.occupancy_derive(ARRAY(
    SELECT DISTINCT u.id FROM register.unit u
    WHERE u.building_id = ANY (buildings) AND register.believed_at(u.recorded, known_at)), known_at) d
$$;
COMMENT ON FUNCTION register.occupancy_known(bigint[], timestamptz) IS
  'What unit_occupancy held of the units of these buildings as believed at that instant. A unit that changed its building has rows of others too.';
