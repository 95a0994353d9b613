-- The buildings of a place on a day are found by place and last day at once: those that were otherwise once, or stand no
-- more, are not fetched. GiST subtracts dates and refuses infinity; the last date the database knows stands for it.
DROP INDEX register.building_inside_point_ix;
CREATE INDEX building_inside_point_ix ON register.building
  USING gist (inside_point, (least(until, date '5874897-12-31'))) WHERE upper_inf(recorded);
DROP INDEX register.building_footprint_ix;
CREATE INDEX building_footprint_ix ON register.building
  USING gist (footprint, (least(until, date '5874897-12-31'))) WHERE upper_inf(recorded);
ANALYZE register.building;

CREATE OR REPLACE FUNCTION register.buildings_of_grid(grid_code text, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.*
  FROM register.grid g
  JOIN register.building b ON g.geom && b.inside_point AND ST_Covers(g.geom, b.inside_point)
  WHERE g.code = grid_code AND upper_inf(g.recorded) AND g.since <= as_of AND g.until > as_of
    AND upper_inf(b.recorded) AND b.since <= as_of AND least(b.until, date '5874897-12-31') > as_of AND b.status = 'STANDING'
    AND (ST_ContainsProperly(g.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM register.grid o
      WHERE upper_inf(o.recorded) AND o.since <= as_of AND o.until > as_of AND o.id < g.id
        AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;

CREATE OR REPLACE FUNCTION register.buildings_of_region(region_code text, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20000 AS $$
  SELECT b.*
  FROM register.region r
  JOIN register.building b ON r.geom && b.inside_point AND ST_Covers(r.geom, b.inside_point)
  WHERE r.code = region_code AND upper_inf(r.recorded) AND r.since <= as_of AND r.until > as_of
    AND upper_inf(b.recorded) AND b.since <= as_of AND least(b.until, date '5874897-12-31') > as_of AND b.status = 'STANDING'
    AND (ST_ContainsProperly(r.geom, b.inside_point) OR NOT EXISTS (
      SELECT 1 FROM register.region o
      WHERE upper_inf(o.recorded) AND o.since <= as_of AND o.until > as_of AND o.level = r.level AND o.id < r.id
        AND o.geom && b.inside_point AND ST_Covers(o.geom, b.inside_point)))
$$;

CREATE OR REPLACE FUNCTION register.buildings_of_shape(shape geometry, as_of date) RETURNS SETOF register.building
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200 AS $$
  SELECT b.* FROM register.building b
  WHERE shape && b.inside_point AND ST_Covers(shape, b.inside_point)
    AND upper_inf(b.recorded) AND b.since <= as_of AND least(b.until, date '5874897-12-31') > as_of AND b.status = 'STANDING'
$$;
