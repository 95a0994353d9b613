-- Files that are brought in through the service: what was sent, how far it is, what came of it. The files themselves lie
-- sealed in the service's folder and go after a while; the rows here stay.

ALTER TABLE access.reach DROP CONSTRAINT reach_what_known;
ALTER TABLE access.reach ADD CONSTRAINT reach_what_known CHECK (what IN ('READ', 'PLACE', 'PEOPLE', 'GRID', 'REGION', 'NAME', 'IMPORT'));
COMMENT ON COLUMN access.reach.what IS 'READ; or write: PLACE, PEOPLE, GRID (and posts), REGION (and roads); NAME: see what people are called; IMPORT: bring in files.';

CREATE OR REPLACE FUNCTION access.follow_areas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.reach r WHERE r.account_id = NEW.account_id;
  INSERT INTO access.reach (account_id, what, communities, grids)
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
  SELECT NEW.account_id, p.what, coalesce(range_agg(p.community), '{}'), coalesce(range_agg(p.grid), '{}')
  FROM place p GROUP BY p.what;
  RETURN NULL;
END $$;

DELETE FROM access.account_area; -- worked out anew at the next request of each

CREATE TABLE access.import_job (
  id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT import_job_pk PRIMARY KEY,
  account_id   bigint      NOT NULL CONSTRAINT import_job_account_fk REFERENCES access.account,
  made_at      timestamptz NOT NULL DEFAULT now(),
  file_name    text        NOT NULL CONSTRAINT import_job_file_name_said CHECK (length(file_name) BETWEEN 1 AND 255),
  bytes        bigint,
  kept         boolean     NOT NULL DEFAULT false,
  kind         text        NOT NULL,
  source       text        NOT NULL,
  key_column   text,
  crs          text,
  layer        text,
  valid_from   date        NOT NULL,
  why          text        NOT NULL,
  state        text        NOT NULL DEFAULT 'NEW' CONSTRAINT import_job_state_known
    CHECK (state IN ('NEW', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'REFUSED', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE')),
  since        timestamptz NOT NULL DEFAULT now(),
  resumed      int         NOT NULL DEFAULT 0,
  accepted     boolean     NOT NULL DEFAULT false,
  outcome      jsonb,
  problem_code text,
  problem      text,
  change_id    bigint      CONSTRAINT import_job_change_fk REFERENCES register.change,
  undo_why     text,
  undone       jsonb,
  undo_id      bigint      CONSTRAINT import_job_undo_fk REFERENCES register.change
);
COMMENT ON TABLE access.import_job IS 'A file to be brought in. No area: whose it is, or who brings in everywhere, is told of it (first wall).';
COMMENT ON COLUMN access.import_job.state IS 'NEW: no file yet; CHECKING, APPLYING: at work, taken up again after a restart; APPLIED: committed with the change; REFUSED: as a whole; FAILED: by no fault of the file; UNDOING, UNDONE: taken back.';
COMMENT ON COLUMN access.import_job.kept IS 'Whether the file is still in the service''s folder.';
COMMENT ON COLUMN access.import_job.resumed IS 'How often the service ended while at work on it; the register was then as before.';
COMMENT ON COLUMN access.import_job.accepted IS 'Whether somebody said yes to its anomalies.';
COMMENT ON COLUMN access.import_job.outcome IS 'Counts of rows, versions and issues, of the check or of what was written; nothing personal.';
COMMENT ON COLUMN access.import_job.undone IS 'Counts of what taking it back did, and what was left alone; nothing personal.';
COMMENT ON COLUMN access.import_job.id IS 'Number.';
COMMENT ON COLUMN access.import_job.account_id IS 'Account that ordered it.';
COMMENT ON COLUMN access.import_job.made_at IS 'When it was ordered.';
COMMENT ON COLUMN access.import_job.file_name IS 'Name of the file, as it was sent.';
COMMENT ON COLUMN access.import_job.bytes IS 'Size of the file; null: not sent yet.';
COMMENT ON COLUMN access.import_job.kind IS 'What the file holds: a word of intake.load.Kind.';
COMMENT ON COLUMN access.import_job.source IS 'Source of its rows: rows of one source and key are one thing.';
COMMENT ON COLUMN access.import_job.key_column IS 'Column of the key; null: found by itself.';
COMMENT ON COLUMN access.import_job.crs IS 'System of the coordinates, over what the file says; null: what it says.';
COMMENT ON COLUMN access.import_job.layer IS 'Layer or sheet; null: the only one.';
COMMENT ON COLUMN access.import_job.valid_from IS 'First day of what rows without one say.';
COMMENT ON COLUMN access.import_job.why IS 'Reason, as the change record has it.';
COMMENT ON COLUMN access.import_job.since IS 'When it came to its state.';
COMMENT ON COLUMN access.import_job.problem_code IS 'Why it was refused or failed, for programs.';
COMMENT ON COLUMN access.import_job.problem IS 'Why it was refused or failed, for people.';
COMMENT ON COLUMN access.import_job.change_id IS 'Change it was written under.';
COMMENT ON COLUMN access.import_job.undo_why IS 'Reason for taking it back.';
COMMENT ON COLUMN access.import_job.undo_id IS 'Change it was taken back under.';
CREATE INDEX import_job_account_ix ON access.import_job (account_id, id);
GRANT SELECT, INSERT, UPDATE ON access.import_job TO registry_service;

CREATE FUNCTION access.written_outside(account bigint, change bigint) RETURNS TABLE (kind text, id bigint)
LANGUAGE plpgsql SET search_path = register, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  of_table text;
BEGIN
  PERFORM set_config('registry.account', account::text, true);
  IF EXISTS (SELECT FROM access.reach r WHERE r.account_id = account AND r.what = 'IMPORT'
             AND r.communities @> int8multirange(int8range(NULL, NULL))) THEN
    RETURN;
  END IF;
  FOR of_table IN SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                  WHERE c.relnamespace = 'register'::regnamespace AND p.polname = c.relname || '_open' ORDER BY 1 LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L::text, %1$I.id FROM register.%1$I WHERE (opened_by = $1 OR closed_by = $1) AND (%2$s) IS NOT TRUE LIMIT 1',
                                of_table, access.condition(of_table, 'IMPORT')) USING change;
  END LOOP;
END $$;
COMMENT ON FUNCTION access.written_outside(bigint, bigint) IS 'Of each table one thing that a change opened or closed outside where the account may bring in files.';
REVOKE EXECUTE ON FUNCTION access.written_outside(bigint, bigint) FROM PUBLIC;
