-- What each drawn grid holds, counted afresh: every building standing today against the polygon, its units, and who lives in
-- the cells of counting that lie in it whole.
-- in: drawn (drag, grid, shape as GeoJSON) read from standard input; day, first of the month, of the communities
-- out: drag, grid, buildings, vacant, to_find, households, people
SET search_path = register, public;
SET jit = off;
CREATE TEMP TABLE drawn (drag int, grid bigint, shape text);
\copy drawn FROM PSTDIN (FORMAT csv)
CREATE TEMP TABLE standing AS
SELECT b.id, b.inside_point, o.vacant, o.to_find, c.cell_id
FROM building b
JOIN region r ON r.id = b.community_id AND upper_inf(r.recorded) AND r.valid @> :'day'::date AND r.code = ANY (string_to_array(:'communities', ','))
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE x.state = 'VERIFIED_VACANT') AS vacant,
         count(*) FILTER (WHERE x.state IN ('UNLINKED', 'UNVISITED') AND u.use = 'DWELLING') AS to_find
  FROM unit_occupancy x
  JOIN unit u ON u.id = x.unit_id AND upper_inf(u.recorded) AND u.valid @> :'day'::date
  WHERE x.building_id = b.id AND x.valid @> :'day'::date
) o
LEFT JOIN LATERAL (
  SELECT m.cell_id
  FROM cell_building m
  JOIN cell c ON c.id = m.cell_id AND c.valid @> :'day'::date
  JOIN building_grid l ON l.building_id = m.building_id AND l.grid_id = c.grid_id AND l.valid @> :'day'::date
  WHERE m.building_id = b.id
) c ON true
WHERE upper_inf(b.recorded) AND b.valid @> :'day'::date AND b.status = 'STANDING';
CREATE TEMP TABLE cell_size AS SELECT cell_id, count(*) AS buildings FROM standing WHERE cell_id IS NOT NULL GROUP BY 1;
CREATE TEMP TABLE lives AS
SELECT s.cell_id, r.household_id, r.person_id, r.main
FROM standing s
JOIN unit u ON u.building_id = s.id AND upper_inf(u.recorded) AND u.valid @> :'day'::date
JOIN residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.valid @> :'month'::date
WHERE s.cell_id IS NOT NULL;
CREATE INDEX ON lives (cell_id);
CREATE INDEX ON standing USING gist (inside_point);
ANALYZE standing;
ANALYZE lives;
\pset format csv
\pset tuples_only on
WITH area AS MATERIALIZED (
  SELECT drag, grid, ST_SetSRID(ST_GeomFromGeoJSON(shape), 4490) AS geom FROM drawn
), held AS MATERIALIZED (
  SELECT a.drag, a.grid, s.* FROM area a JOIN standing s ON a.geom && s.inside_point AND ST_Covers(a.geom, s.inside_point)
), whole AS (
  SELECT h.drag, h.grid, h.cell_id
  FROM held h JOIN cell_size z USING (cell_id)
  GROUP BY h.drag, h.grid, h.cell_id, z.buildings HAVING count(*) = z.buildings
), living AS (
  SELECT w.drag, w.grid, count(DISTINCT l.household_id) AS households, count(DISTINCT l.person_id) FILTER (WHERE l.main) AS people
  FROM whole w JOIN lives l USING (cell_id) GROUP BY 1, 2
), standing_in AS (
  SELECT drag, grid, count(*) AS buildings, sum(vacant) AS vacant, sum(to_find) AS to_find FROM held GROUP BY 1, 2
)
SELECT a.drag, a.grid, coalesce(s.buildings, 0), coalesce(s.vacant, 0), coalesce(s.to_find, 0), coalesce(l.households, 0), coalesce(l.people, 0)
FROM area a
LEFT JOIN standing_in s USING (drag, grid)
LEFT JOIN living l USING (drag, grid)
ORDER BY 1, 2;
