-- Search by what people call a place: the few addresses above the room that have aliases.
CREATE INDEX address_door_alias_ix ON register.address (id) INCLUDE (aliases, valid)
  WHERE upper_inf(recorded) AND room IS NULL AND aliases <> '{}';
COMMENT ON INDEX register.address_door_alias_ix IS 'Search: aliases of addresses above the room, read index-only.';
