-- What an import did is asked about before it is written, and can be taken back (decisions/21).

-- A batch that does more than this waits for somebody's yes.
INSERT INTO register.setting (name, value, about) VALUES
  ('import.vacated_percent',      '30', 'An import that takes the occupants of more than this percentage of the occupied units of a grid waits for a yes'),
  ('import.vacated_least_units',  '10', 'Grids with fewer occupied units than this are not asked about'),
  ('import.moved_metres',         '50', 'An import that moves the buildings of a street by a median of more than so many metres waits for a yes'),
  ('import.moved_least_buildings', '5', 'Streets of which it moves fewer buildings than this are not asked about'),
  ('import.altered_percent',      '10', 'An import that ends, or puts to another use, more than this percentage of the buildings of a community waits for a yes'),
  ('import.altered_least_buildings', '20', 'Communities with fewer buildings than this are not asked about');

-- Which change a change takes back; of one change there is one.
ALTER TABLE register.change
  ADD COLUMN undoes bigint,
  ADD CONSTRAINT change_undoes_fk FOREIGN KEY (undoes) REFERENCES register.change (id),
  ADD CONSTRAINT change_undone_once UNIQUE (undoes);
COMMENT ON COLUMN register.change.undoes IS 'The import this change takes back; null: it takes none back.';
