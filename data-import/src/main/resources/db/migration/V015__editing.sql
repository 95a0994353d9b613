-- Editing by many hands at once: the order in which changes took effect, descent of things from one another,
-- ways into what is no longer believed.

-- Changes of hand and import run side by side. turn is taken by the last statement before commit, while everything
-- the transaction touched is still locked: whatever builds on another change has the higher turn. seq is given
-- after commit, by turn, to those that are visible: a reader who has seen seq n never finds one appear at or below n,
-- and a long import holds nobody up.
CREATE SEQUENCE register.change_turn_seq AS bigint;
COMMENT ON SEQUENCE register.change_turn_seq IS 'Turns of changes, taken at the end of their transactions.';
ALTER TABLE register.change
  ADD COLUMN turn bigint NOT NULL DEFAULT nextval('register.change_turn_seq'),
  ADD COLUMN seq  bigint,
  ADD CONSTRAINT change_turn_unique UNIQUE (turn),
  ADD CONSTRAINT change_seq_unique UNIQUE (seq);
ALTER TABLE register.change ALTER COLUMN at SET DEFAULT clock_timestamp();
COMMENT ON COLUMN register.change.at IS 'When its rows were written, taken once what they replace was locked; recorded ranges begin or end here.';
COMMENT ON COLUMN register.change.turn IS 'Order of taking effect: of two changes of one thing the later has the higher turn.';
COMMENT ON COLUMN register.change.seq IS 'Number in the change feed, without gaps; null until numbered after commit.';
CREATE INDEX change_unnumbered_ix ON register.change (turn) WHERE seq IS NULL;

CREATE FUNCTION register.number_changes() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  numbered bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM register.change WHERE seq IS NULL) THEN
    RETURN 0;
  END IF;
  PERFORM pg_advisory_xact_lock(91570133093960); -- one numbers at a time
  WITH last AS (SELECT coalesce(max(seq), 0) AS seq FROM register.change),
       next AS (SELECT id, row_number() OVER (ORDER BY turn) AS place
                FROM register.change WHERE seq IS NULL)
  UPDATE register.change c SET seq = last.seq + next.place FROM next, last WHERE c.id = next.id;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  RETURN numbered;
END $$;
COMMENT ON FUNCTION register.number_changes() IS 'Gives committed changes their numbers in the feed; answers how many got one. To be called outside of writing transactions.';

-- Who came from whom: buildings merged and split, households split and merged, persons and addresses found to be one.
CREATE TABLE register.lineage (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  kind      text   NOT NULL,
  from_id   bigint NOT NULL,
  to_id     bigint NOT NULL,
  relation  text   NOT NULL,
  CONSTRAINT lineage_kind_known CHECK (kind IN ('BUILDING', 'UNIT', 'HOUSEHOLD', 'PERSON', 'ADDRESS', 'GRID', 'REGION')),
  CONSTRAINT lineage_relation_known CHECK (relation IN ('MERGED_INTO', 'SPLIT_INTO', 'SAME_AS', 'REPLACED_BY')),
  CONSTRAINT lineage_two_things CHECK (from_id <> to_id)
);
CALL register.make_fact('lineage');
CALL register.exclude_two_beliefs('lineage');
CREATE INDEX lineage_from_ix ON register.lineage (from_id) WHERE upper_inf(recorded);
CREATE INDEX lineage_to_ix ON register.lineage (to_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.lineage IS 'Descent of one thing from another, from a day on. Ids are unique over all kinds; kind says which table both are in.';
COMMENT ON COLUMN register.lineage.kind IS 'Kind of both things.';
COMMENT ON COLUMN register.lineage.from_id IS 'The thing that was.';
COMMENT ON COLUMN register.lineage.to_id IS 'The thing it became, wholly or in part.';
COMMENT ON COLUMN register.lineage.relation IS 'MERGED_INTO, SPLIT_INTO, SAME_AS (found to be one and the same), REPLACED_BY.';

-- A person has one main residence at a time, a household one head.
ALTER TABLE register.residence
  ADD CONSTRAINT residence_one_main EXCLUDE USING gist (person_id WITH =, valid WITH &&) WHERE (closed_by IS NULL AND main),
  ADD CONSTRAINT residence_one_head EXCLUDE USING gist (household_id WITH =, valid WITH &&)
    WHERE (closed_by IS NULL AND relation = 'HEAD' AND household_id IS NOT NULL);

-- What was believed once: ways in for knownAt and for histories. Rows come here when they are closed.
DO $$
DECLARE
  kind text;
BEGIN
  FOR kind IN SELECT c.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
              WHERE k.contype = 'x' AND k.conname = c.relname || '_one_belief' AND c.relnamespace = 'register'::regnamespace
              ORDER BY c.relname
  LOOP
    EXECUTE format('CREATE INDEX %I ON register.%I (id) WHERE NOT upper_inf(recorded)', kind || '_history_ix', kind);
  END LOOP;
END $$;
CREATE INDEX building_history_place_ix ON register.building USING gist (inside_point) WHERE NOT upper_inf(recorded);
CREATE INDEX grid_history_place_ix ON register.grid USING gist (geom) WHERE NOT upper_inf(recorded);
CREATE INDEX region_history_place_ix ON register.region USING gist (geom) WHERE NOT upper_inf(recorded);
CREATE INDEX entrance_history_building_ix ON register.entrance (building_id) WHERE NOT upper_inf(recorded);
CREATE INDEX unit_history_building_ix ON register.unit (building_id) WHERE NOT upper_inf(recorded);
CREATE INDEX household_history_unit_ix ON register.household (unit_id) WHERE NOT upper_inf(recorded);
CREATE INDEX residence_history_unit_ix ON register.residence (unit_id) WHERE NOT upper_inf(recorded);
CREATE INDEX residence_history_person_ix ON register.residence (person_id) WHERE NOT upper_inf(recorded);
CREATE INDEX tenancy_history_unit_ix ON register.tenancy (unit_id) WHERE NOT upper_inf(recorded);
CREATE INDEX organisation_history_unit_ix ON register.organisation (unit_id) WHERE NOT upper_inf(recorded);
CREATE INDEX evidence_history_unit_ix ON register.evidence (unit_id) WHERE NOT upper_inf(recorded);
