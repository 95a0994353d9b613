-- What the first form of search reads: addresses of doors and named buildings, narrow enough to be run
-- through. A two-character word has no trigram, so pg_trgm would read its whole index for one; these are read
-- index-only instead, and rooms are found through their building.

CREATE INDEX address_door_text_ix ON register.address (text) INCLUDE (id, valid)
  WHERE upper_inf(recorded) AND room IS NULL;
CREATE INDEX building_name_ix ON register.building (name) INCLUDE (id, valid, status)
  WHERE upper_inf(recorded) AND name IS NOT NULL;
COMMENT ON INDEX register.address_door_text_ix IS 'Search: texts of addresses above the room, read index-only.';
COMMENT ON INDEX register.building_name_ix IS 'Search: names of buildings, read index-only.';
