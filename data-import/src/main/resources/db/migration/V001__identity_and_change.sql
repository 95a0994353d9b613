-- What every fact stands on: identities, change records and the one shape of a versioned table.
-- Schemas: identity (who a thing is), register (what is known of it), publish (views for GeoServer).

CREATE SCHEMA IF NOT EXISTS identity;
COMMENT ON SCHEMA identity IS 'One table per kind of thing: opaque id and the (source, key) it came in with. Never versioned.';
COMMENT ON SCHEMA register IS 'Facts with two times (valid, recorded), settings and derived caches.';

CREATE SEQUENCE identity.id_seq AS bigint;
COMMENT ON SEQUENCE identity.id_seq IS 'Ids of all things: an id is never used by two things, of whatever kind.';

CREATE TABLE register.change (
  id     bigint GENERATED ALWAYS AS IDENTITY,
  who    text        NOT NULL,
  at     timestamptz NOT NULL DEFAULT transaction_timestamp(),
  why    text        NOT NULL,
  source text        NOT NULL,
  kind   text        NOT NULL,
  CONSTRAINT change_pk PRIMARY KEY (id),
  CONSTRAINT change_kind_known CHECK (kind IN ('IMPORT', 'CHANGE', 'CORRECTION', 'PLAN', 'UNDO'))
);
COMMENT ON TABLE register.change IS 'One row per write transaction. Before and after are the rows it closed and opened.';
COMMENT ON COLUMN register.change.id IS 'Number of the change; order of issue, not of commit.';
COMMENT ON COLUMN register.change.who IS 'Account or program that wrote.';
COMMENT ON COLUMN register.change.at IS 'Start of the transaction; recorded ranges of its rows begin or end here.';
COMMENT ON COLUMN register.change.why IS 'Reason, in the words of who wrote.';
COMMENT ON COLUMN register.change.source IS 'Where the facts came from: name of a file, department or form.';
COMMENT ON COLUMN register.change.kind IS 'IMPORT, CHANGE (the world changed), CORRECTION (we were wrong), PLAN (grids published), UNDO.';

-- The columns all facts share. Never filled; tables copy it with LIKE.
CREATE TABLE register.fact (
  version   bigint GENERATED ALWAYS AS IDENTITY,
  id        bigint    NOT NULL,
  valid     daterange NOT NULL,
  recorded  tstzrange NOT NULL DEFAULT tstzrange(transaction_timestamp(), NULL),
  opened_by bigint    NOT NULL,
  closed_by bigint,
  CONSTRAINT fact_is_a_shape CHECK (false) NO INHERIT
);
COMMENT ON TABLE register.fact IS 'Shape of every versioned table; holds no rows.';
COMMENT ON COLUMN register.fact.version IS 'Number of this version row.';
COMMENT ON COLUMN register.fact.id IS 'The thing this row speaks of; same in all its versions.';
COMMENT ON COLUMN register.fact.valid IS 'Days of Asia/Shanghai [from, to) on which this was so in the world.';
COMMENT ON COLUMN register.fact.recorded IS 'When the register believed it; open end: believed now.';
COMMENT ON COLUMN register.fact.opened_by IS 'Change that wrote this row.';
COMMENT ON COLUMN register.fact.closed_by IS 'Change that ended the belief; null while believed.';

-- Gives a table made with LIKE register.fact its keys, its rules and its identity table, all by name.
CREATE PROCEDURE register.make_fact(kind text) LANGUAGE plpgsql AS $$
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
  EXECUTE format('CREATE INDEX %I ON register.%I (id) WHERE upper_inf(recorded)', kind || '_believed_ix', kind);
  EXECUTE format('CREATE INDEX %I ON register.%I (opened_by)', kind || '_opened_by_ix', kind);
  EXECUTE format('CREATE INDEX %I ON register.%I (closed_by) WHERE closed_by IS NOT NULL', kind || '_closed_by_ix', kind);
END $$;
COMMENT ON PROCEDURE register.make_fact(text) IS 'Turns a table made LIKE register.fact into a versioned table with its identity table.';

CREATE TABLE register.setting (
  name  text NOT NULL,
  value text NOT NULL,
  about text NOT NULL,
  CONSTRAINT setting_pk PRIMARY KEY (name)
);
COMMENT ON TABLE register.setting IS 'Settings of the city.';
COMMENT ON COLUMN register.setting.name IS 'Stable name.';
COMMENT ON COLUMN register.setting.value IS 'Value as text.';
COMMENT ON COLUMN register.setting.about IS 'What it does, with its unit.';
INSERT INTO register.setting (name, value, about) VALUES
  ('evidence.ageing_months', '6',  'Evidence older than this many months is shown as ageing'),
  ('evidence.stale_months',  '12', 'Evidence older than this many months is shown as stale'),
  ('person.same_area_digits', '9', 'Registered in the same area when so many digits of the region code agree (9: street)'),
  ('person.same_city_digits', '4', 'Registered in the same city when so many digits of the region code agree');
