-- The buildings of an area on a day: the one place in the database that says how a building falls into a
-- grid, a region or a drawn shape. Plain SELECTs, so that the planner inlines them into the caller's query
-- and the indexes serve; every ST_ predicate has its && beside it.

CREATE FUNCTION register.standing_buildings(as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200000 AS $$
  SELECT b.* FROM register.building b
  WHERE upper_inf(b.recorded) AND b.valid @> as_of AND b.status = 'STANDING'
$$;
COMMENT ON FUNCTION register.standing_buildings(date) IS 'Buildings standing on that day.';

CREATE FUNCTION register.buildings_of_grid(grid_code text, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.*
  FROM register.grid g
  JOIN register.building b ON g.geom && b.inside_point AND ST_Covers(g.geom, b.inside_point)
  WHERE g.code = grid_code AND upper_inf(g.recorded) AND g.valid @> as_of
    AND upper_inf(b.recorded) AND b.valid @> as_of AND b.status = 'STANDING'
    AND (ST_ContainsProperly(g.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM register.grid o
      WHERE upper_inf(o.recorded) AND o.valid @> as_of AND o.id < g.id
        AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;
COMMENT ON FUNCTION register.buildings_of_grid(text, date) IS
  'Buildings standing on that day whose inside point the grid covers; on an edge shared by several grids the smallest grid id has it.';

CREATE FUNCTION register.buildings_of_region(region_code text, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20000 AS $$
  SELECT b.*
  FROM register.region r
  JOIN register.building b ON r.geom && b.inside_point AND ST_Covers(r.geom, b.inside_point)
  WHERE r.code = region_code AND upper_inf(r.recorded) AND r.valid @> as_of
    AND upper_inf(b.recorded) AND b.valid @> as_of AND b.status = 'STANDING'
    AND (ST_ContainsProperly(r.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM register.region o
      WHERE upper_inf(o.recorded) AND o.valid @> as_of AND o.level = r.level AND o.id < r.id
        AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;
COMMENT ON FUNCTION register.buildings_of_region(text, date) IS
  'Buildings standing on that day whose inside point the region covers; on an edge shared by several regions of its level the smallest region id has it.';

CREATE FUNCTION register.buildings_of_shape(shape geometry, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.* FROM register.building b
  WHERE shape && b.inside_point AND ST_Covers(shape, b.inside_point)
    AND upper_inf(b.recorded) AND b.valid @> as_of AND b.status = 'STANDING'
$$;
COMMENT ON FUNCTION register.buildings_of_shape(geometry, date) IS
  'Buildings standing on that day whose inside point the shape (EPSG:4490) covers, edge included.';

-- 人不漏项: the fields a person must have.
CREATE FUNCTION register.person_missing(p register.person) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_remove(ARRAY[
  CASE WHEN trim((p).name) = '' THEN 'name' END,
  CASE WHEN (p).sex IS NULL THEN 'sex' END,
  CASE WHEN (p).birth_date IS NULL THEN 'birthDate' END,
  CASE WHEN (p).document_type IS NULL THEN 'documentType' END,
  CASE WHEN coalesce(trim((p).document_number), '') = '' THEN 'documentNumber' END,
  CASE WHEN coalesce(trim((p).phone), '') = '' THEN 'phone' END,
  CASE WHEN (p).registered_region_code IS NULL AND (p).nationality = 'CHN' THEN 'registeredRegionCode' END,
  CASE WHEN coalesce(trim((p).ethnicity), '') = '' AND (p).nationality = 'CHN' THEN 'ethnicity' END], NULL);
COMMENT ON FUNCTION register.person_missing(register.person) IS
  'Names of the required fields a person lacks: all need name, sex, birth date, document and phone; citizens also ethnicity and the region they are registered in.';
