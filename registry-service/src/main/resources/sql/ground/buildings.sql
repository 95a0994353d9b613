-- purpose: the buildings standing in communities on a day, with their units by state and where their people may be counted
-- in: communities bigint[], asOf date
-- out: id, lon, lat, grid_id?, vacant, occupied, unlinked, unvisited, to_find (dwellings UNLINKED or UNVISITED), sees boolean (whether people may be counted building by building), cell_id? (a cell all of whose standing buildings are here)
-- plan: window
WITH here AS MATERIALIZED (
  SELECT b.id, b.inside_point, l.grid_id
  FROM building b
  LEFT JOIN building_grid l ON l.building_id = b.id AND l.valid @> CAST(:asOf AS date)
  WHERE b.community_id = ANY (CAST(:communities AS bigint[])) AND upper_inf(b.recorded)
    AND b.since <= CAST(:asOf AS date) AND least(b.until, date '5874897-12-31') > CAST(:asOf AS date) AND b.status = 'STANDING'
), celled AS MATERIALIZED (
  -- by the building, not by all cells of its grid
  SELECT h.id, c.id AS cell_id
  FROM here h
  JOIN cell_building m ON m.building_id = h.id
  CROSS JOIN LATERAL (SELECT x.id FROM cell x WHERE x.id = m.cell_id AND x.grid_id = h.grid_id AND x.valid @> CAST(:asOf AS date) OFFSET 0) c
), whole AS MATERIALIZED (
  SELECT w.cell_id
  FROM (SELECT c.cell_id, count(*) AS buildings FROM celled c GROUP BY c.cell_id) w
  WHERE w.buildings = (
    SELECT count(*)
    FROM cell_building m
    JOIN cell c ON c.id = m.cell_id
    JOIN building_grid l ON l.building_id = m.building_id AND l.grid_id = c.grid_id AND l.valid @> CAST(:asOf AS date)
    LEFT JOIN building b ON b.id = m.building_id AND upper_inf(b.recorded) AND b.valid @> CAST(:asOf AS date)
    WHERE m.cell_id = w.cell_id AND (b.id IS NULL OR b.status = 'STANDING'))
)
SELECT h.id, ST_X(h.inside_point) AS lon, ST_Y(h.inside_point) AS lat, h.grid_id,
       o.vacant, o.occupied, o.unlinked, o.unvisited, o.to_find, access.sees_people(h.id) AS sees,
       i.cell_id
FROM here h
LEFT JOIN (SELECT c.id, c.cell_id FROM celled c JOIN whole w ON w.cell_id = c.cell_id) i ON i.id = h.id
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE x.state = 'VERIFIED_VACANT') AS vacant, count(*) FILTER (WHERE x.state = 'OCCUPIED') AS occupied,
         count(*) FILTER (WHERE x.state = 'UNLINKED') AS unlinked, count(*) FILTER (WHERE x.state = 'UNVISITED') AS unvisited,
         count(*) FILTER (WHERE x.state IN ('UNLINKED', 'UNVISITED') AND (
           SELECT u.use FROM unit u WHERE u.id = x.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)) = 'DWELLING') AS to_find
  FROM unit_occupancy x
  WHERE x.building_id = h.id AND x.since <= CAST(:asOf AS date) AND x.until > CAST(:asOf AS date)
) o
ORDER BY h.id
