-- Grids with units that were occupied on a day and are so on fewer days from that one on.
-- in: temp tables was_occupied, touched_unit; unit_occupancy as it is now, building_grid as it was; day, seven times
-- out: code, name (empty: outside every grid), figure: units that lost days, of_all: units that were occupied on the day
-- plan: scan
WITH lost AS MATERIALIZED (
  SELECT w.grid_id, count(*) AS units
  FROM was_occupied w
  WHERE NOT coalesce((
    SELECT range_agg(o.valid) @> w.days FROM register.unit_occupancy o
    WHERE o.unit_id = w.unit_id AND o.state = 'OCCUPIED' AND o.until > CAST(? AS date)), false)
  GROUP BY w.grid_id
), was AS (
  SELECT w.grid_id, count(*) AS units FROM was_occupied w GROUP BY w.grid_id
)
SELECT coalesce(g.code, '') AS code, coalesce(g.name, '') AS name, lost.units AS figure, was.units + coalesce(other.units, 0) AS of_all
FROM lost
JOIN was ON was.grid_id IS NOT DISTINCT FROM lost.grid_id
CROSS JOIN LATERAL ( -- those that were not touched
  SELECT count(*) AS units
  FROM register.building_grid l
  JOIN register.unit_occupancy o ON o.building_id = l.building_id AND o.state = 'OCCUPIED'
    AND o.since <= CAST(? AS date) AND o.until > CAST(? AS date)
  WHERE l.grid_id = lost.grid_id AND l.valid @> CAST(? AS date)
    AND NOT EXISTS (SELECT FROM touched_unit t WHERE t.unit_id = o.unit_id)
) other
LEFT JOIN register.grid g ON g.id = lost.grid_id AND upper_inf(g.recorded) AND g.since <= CAST(? AS date) AND g.until > CAST(? AS date)
ORDER BY 1, lost.grid_id
