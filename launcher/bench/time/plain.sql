-- purpose: the register without time, written by hand: the schema plain holds what is so on one day as believed now,
--          one row a thing, with the same indexes.
-- in: psql variables day, mark (what it was made from)
-- plan: scan
SELECT set_config('bench.day', :'day', false), set_config('bench.mark', :'mark', false);
SET client_min_messages = warning;
DROP SCHEMA IF EXISTS plain CASCADE;
CREATE SCHEMA plain;

DO $$
DECLARE
  kind text;
  columns text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['region', 'grid', 'estate', 'address', 'building', 'entrance', 'unit', 'household', 'person', 'residence',
                              'organisation', 'evidence'] LOOP
    SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) INTO columns
    FROM information_schema.columns
    WHERE table_schema = 'register' AND table_name = kind AND column_name NOT IN ('version', 'valid', 'since', 'until', 'recorded', 'closed_by');
    -- evidence is of a day and stays
    EXECUTE format('CREATE TABLE plain.%1$I AS SELECT %2$s FROM register.%1$I WHERE upper_inf(recorded) AND (valid @> $1 OR %3$L = ''evidence'')',
                   kind, columns, kind) USING current_setting('bench.day')::date;
    EXECUTE format('ALTER TABLE plain.%I ADD PRIMARY KEY (id)', kind);
  END LOOP;
END $$;

CREATE TABLE plain.unit_occupancy AS
  SELECT unit_id, building_id, state, basis, evidence_id, contradiction, hint
  FROM register.unit_occupancy WHERE valid @> current_setting('bench.day')::date;
ALTER TABLE plain.unit_occupancy ADD PRIMARY KEY (unit_id);
CREATE INDEX ON plain.unit_occupancy (building_id, state);
CREATE INDEX ON plain.grid USING gist (geom);
CREATE INDEX ON plain.grid (code);
CREATE INDEX ON plain.estate USING gist (geom);
CREATE INDEX ON plain.building USING gist (footprint);
CREATE INDEX ON plain.building USING gist (inside_point);
CREATE INDEX ON plain.entrance (building_id);
CREATE INDEX ON plain.unit (building_id);
CREATE INDEX ON plain.residence (unit_id);
CREATE INDEX ON plain.residence (person_id);
CREATE INDEX ON plain.person (registered_unit_id);
CREATE INDEX ON plain.organisation (unit_id);

-- It has lived the same life: where the register got another version of every fourth thing (history.sql), a row was
-- changed in place here, which leaves a hole and puts the row behind the others.
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['building', 'entrance', 'address', 'unit', 'household', 'person', 'residence', 'organisation'] LOOP
    EXECUTE format('UPDATE plain.%I SET opened_by = opened_by WHERE id %% 4 = 0', kind);
  END LOOP;
  UPDATE plain.unit_occupancy SET state = state WHERE unit_id % 4 = 0;
END $$;

CREATE FUNCTION plain.buildings_of_grid(grid_code text) RETURNS SETOF plain.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.*
  FROM plain.grid g
  JOIN plain.building b ON g.geom && b.inside_point AND ST_Covers(g.geom, b.inside_point)
  WHERE g.code = grid_code AND b.status = 'STANDING'
    AND (ST_ContainsProperly(g.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM plain.grid o WHERE o.id < g.id AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;

CREATE FUNCTION plain.person_missing(p plain.person) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_remove(ARRAY[
  CASE WHEN trim((p).name) = '' THEN 'name' END,
  CASE WHEN (p).sex IS NULL THEN 'sex' END,
  CASE WHEN (p).birth_date IS NULL THEN 'birthDate' END,
  CASE WHEN (p).document_type IS NULL THEN 'documentType' END,
  CASE WHEN (p).document_number IS NULL THEN 'documentNumber' END,
  CASE WHEN (p).phone IS NULL THEN 'phone' END,
  CASE WHEN (p).registered_region_code IS NULL AND (p).nationality = 'CHN' THEN 'registeredRegionCode' END,
  CASE WHEN coalesce(trim((p).ethnicity), '') = '' AND (p).nationality = 'CHN' THEN 'ethnicity' END], NULL);

GRANT USAGE ON SCHEMA plain TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA plain TO PUBLIC;
DO $$ BEGIN EXECUTE format('COMMENT ON SCHEMA plain IS %L', current_setting('bench.mark')); END $$;
