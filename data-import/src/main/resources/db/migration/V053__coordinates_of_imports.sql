-- How the coordinates of what a change brought in were read, and how near they come (decisions/23). What is written is in
-- EPSG:4490 whatever the file was in; parameters fitted to buildings leave something over, and that stays with the batch.
ALTER TABLE register.change
  ADD COLUMN accuracy_metres double precision CONSTRAINT change_accuracy_known CHECK (accuracy_metres >= 0),
  ADD COLUMN coordinates jsonb;
COMMENT ON COLUMN register.change.accuracy_metres IS 'Metres by which places of its files may be off by the way their coordinates were read, of the worst file; null: no file, or nothing to compare with.';
COMMENT ON COLUMN register.change.coordinates IS 'Of an import, each file: its name, how its coordinates were read, the doctor''s verdict, accuracy, parameters of a fitted or entered shift; null: no coordinates.';
