-- What a steward says of the coordinates of a file, and what was found of them (decisions/23).
ALTER TABLE access.import_job
  ADD COLUMN control jsonb,
  ADD COLUMN shift text,
  ADD COLUMN coordinates jsonb;
COMMENT ON COLUMN access.import_job.crs IS 'How the coordinates are to be read, over what the file says: a system, with +GCJ02, +BD09, +SWAPPED or +FITTED; null: what the file says and the register shows.';
COMMENT ON COLUMN access.import_job.control IS 'Control points (x, y, lon, lat) to fit parameters to; null: none.';
COMMENT ON COLUMN access.import_job.shift IS 'Parameters entered: metres east and north, seconds of arc, millionths; null: none.';
COMMENT ON COLUMN access.import_job.coordinates IS 'What was found of the coordinates, with up to 200 places before and after; null: not checked yet, or nothing to check.';
