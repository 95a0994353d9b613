-- purpose: a past for a bench city, which a first import leaves without one: every fourth thing was otherwise before a
--          day, every eighth was once believed to be otherwise. Rows are written straight into the bench's own database.
-- in: psql variable cut, the day
-- plan: scan
SELECT set_config('bench.cut', :'cut', false);
INSERT INTO register.change (who, why, source, kind) VALUES ('bench', '给测速用的城市一段历史', 'bench-history', 'IMPORT');

DO $$
DECLARE
  kind text;
  columns text;
  day CONSTANT date := current_setting('bench.cut')::date;
  change CONSTANT bigint := (SELECT max(id) FROM register.change);
BEGIN
  FOREACH kind IN ARRAY ARRAY['building', 'entrance', 'address', 'unit', 'household', 'person', 'residence', 'organisation'] LOOP
    SELECT string_agg(quote_ident(column_name), ', ') INTO columns
    FROM information_schema.columns
    WHERE table_schema = 'register' AND table_name = kind AND is_generated = 'NEVER'
      AND column_name NOT IN ('version', 'valid', 'recorded', 'closed_by');
    EXECUTE format('CREATE TEMP TABLE was ON COMMIT DROP AS SELECT version, valid FROM register.%I
      WHERE id %% 4 = 0 AND upper_inf(recorded) AND lower(valid) < $1 AND (upper_inf(valid) OR upper(valid) > $1)', kind) USING day;
    EXECUTE format('UPDATE register.%1$I x SET valid = daterange($1, upper(x.valid)) FROM was WHERE was.version = x.version', kind) USING day;
    EXECUTE format('INSERT INTO register.%1$I (valid, recorded, %2$s) SELECT daterange(lower(was.valid), $1), x.recorded, %2$s
      FROM was JOIN register.%1$I x USING (version)', kind, columns) USING day;
    EXECUTE format('INSERT INTO register.%1$I (valid, recorded, closed_by, %2$s)
      SELECT valid, tstzrange(lower(recorded) - interval ''1 year'', lower(recorded)), $1, %2$s
      FROM register.%1$I WHERE id %% 8 = 1 AND upper_inf(recorded)', kind, columns) USING change;
    DROP TABLE was;
  END LOOP;
  -- and the kept occupancy of every fourth unit was another state then
  CREATE TEMP TABLE stayed ON COMMIT DROP AS SELECT * FROM register.unit_occupancy
    WHERE unit_id % 4 = 0 AND lower(valid) < day AND (upper_inf(valid) OR upper(valid) > day);
  UPDATE register.unit_occupancy o SET valid = daterange(day, upper(o.valid)) FROM stayed s WHERE s.unit_id = o.unit_id AND s.valid = o.valid;
  INSERT INTO register.unit_occupancy (unit_id, building_id, valid, state, evidence_id)
    SELECT unit_id, building_id, daterange(lower(valid), day), 'UNVISITED', evidence_id FROM stayed;
END $$;
