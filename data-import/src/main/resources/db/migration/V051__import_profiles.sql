-- How files of a source are read: which column is which field, what its words mean, encoding, layer and key. Kept when an
-- import that somebody chose so was written, taken again when the source sends the next file.

CREATE TABLE access.import_profile (
  id       bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT import_profile_pk PRIMARY KEY,
  source   text        NOT NULL,
  kind     text        NOT NULL,
  version  int         NOT NULL CONSTRAINT import_profile_version_counted CHECK (version > 0),
  choice   jsonb       NOT NULL,
  who      text        NOT NULL,
  made_at  timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT import_profile_version_once UNIQUE (source, kind, version)
);
CREATE UNIQUE INDEX import_profile_in_force_ux ON access.import_profile (source, kind) WHERE ended_at IS NULL;
COMMENT ON TABLE access.import_profile IS 'How files of a source are read. Headers and words of columns alone, nothing of a row; told to whoever brings in files.';
COMMENT ON COLUMN access.import_profile.id IS 'Number.';
COMMENT ON COLUMN access.import_profile.source IS 'Source of the rows, as import_job has it.';
COMMENT ON COLUMN access.import_profile.kind IS 'What the files hold: a word of intake.load.Kind.';
COMMENT ON COLUMN access.import_profile.version IS 'From 1, per source and kind.';
COMMENT ON COLUMN access.import_profile.choice IS 'columns: field by header; values: code by word, by field; encoding, layer, key. An empty field or code: passed over.';
COMMENT ON COLUMN access.import_profile.who IS 'Who chose it, as change records name people.';
COMMENT ON COLUMN access.import_profile.made_at IS 'When the import was written.';
COMMENT ON COLUMN access.import_profile.ended_at IS 'When another version took its place, or it was removed; null: in force.';
GRANT SELECT, UPDATE (ended_at) ON access.import_profile TO registry_service;

ALTER TABLE access.import_job ADD COLUMN choice jsonb, ADD COLUMN profile int;
COMMENT ON COLUMN access.import_job.choice IS 'How its file is to be read, as import_profile has it; null: nothing chosen, everything is found.';
COMMENT ON COLUMN access.import_job.profile IS 'Version of the profile the choice was taken from; null: chosen for this import.';
