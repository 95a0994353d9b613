-- Of the units touched, those that were occupied on a day: the grid they were in and the days from that one on.
-- in: temp table touched_unit, unit_occupancy as it was before it is derived anew; day, four times
-- out: temp table was_occupied (unit_id, grid_id, days)
-- plan: scan
CREATE TEMP TABLE was_occupied ON COMMIT DROP AS
SELECT o.unit_id, l.grid_id, d.days
FROM (SELECT DISTINCT unit_id FROM touched_unit) t
JOIN register.unit_occupancy o ON o.unit_id = t.unit_id AND o.state = 'OCCUPIED' AND o.valid @> CAST(? AS date)
LEFT JOIN register.building_grid l ON l.building_id = o.building_id AND l.valid @> CAST(? AS date)
CROSS JOIN LATERAL (
  SELECT range_agg(x.valid * daterange(CAST(? AS date), NULL)) AS days
  FROM register.unit_occupancy x
  WHERE x.unit_id = o.unit_id AND x.state = 'OCCUPIED' AND x.until > CAST(? AS date)
) d
