-- What follow_links does after a change, for buildings whose stored grid is not what it should be.

CREATE FUNCTION register.relink_buildings(buildings bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  units   bigint[];
  persons bigint[];
  grids   bigint[];
  written bigint;
BEGIN
  -- in a statement of its own: what is worked out below sees all that those wrote who held one
  PERFORM b.id FROM identity.building b WHERE b.id = ANY (buildings) ORDER BY b.id FOR NO KEY UPDATE;
  written := register.place_in_grids('building', buildings);
  SELECT array_agg(DISTINCT u.id) INTO units FROM register.unit u WHERE u.building_id = ANY (buildings) AND upper_inf(u.recorded);
  IF units IS NOT NULL THEN
    written := written + register.place_units(units);
    SELECT array_agg(t.id) INTO persons FROM (
      SELECT r.person_id AS id FROM register.residence r WHERE r.unit_id = ANY (units) AND r.main AND upper_inf(r.recorded)
      UNION SELECT p.id FROM register.person p WHERE p.registered_unit_id = ANY (units) AND upper_inf(p.recorded)) t;
  END IF;
  IF persons IS NOT NULL THEN
    written := written + register.place_persons(persons);
  END IF;
  -- cells follow where a building is in none of its grid
  SELECT array_agg(DISTINCT l.grid_id) INTO grids FROM register.building_grid l
  WHERE l.building_id = ANY (buildings) AND l.grid_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM register.cell_building m JOIN register.cell c ON c.id = m.cell_id
                    WHERE m.building_id = l.building_id AND c.grid_id = l.grid_id AND c.valid && l.valid);
  IF grids IS NOT NULL THEN
    PERFORM register.follow_cells(grids);
  END IF;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.relink_buildings(bigint[]) IS
  'Works out anew in which grids these buildings lie, and with them their units, who lives there and the cells of counting; answers the links written.';
