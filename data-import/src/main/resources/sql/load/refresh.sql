-- Derives the occupancy of the next units touched, in order of id.
-- in: last unit done, how many
-- out: last unit of these (null: none left), periods written
-- plan: window
WITH next AS (
  SELECT DISTINCT unit_id FROM touched_unit WHERE unit_id > ? ORDER BY unit_id LIMIT ?
)
SELECT max(unit_id), CASE WHEN count(*) > 0 THEN register.occupancy_refresh(array_agg(unit_id)) END FROM next
