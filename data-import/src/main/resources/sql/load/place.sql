-- Where each staged row lies: its point, or the point inside its area as building.inside_point has it.
-- in: stage
-- out: temp table place (line, point, day): day is today, or the day of the row's life nearest to it
-- plan: scan
CREATE TEMP TABLE place ON COMMIT DROP AS
SELECT s.line,
       CASE WHEN ST_Dimension(s.geom) = 2 THEN ST_SnapToGrid(ST_PointOnSurface(s.geom), 1e-8) ELSE s.geom END AS point,
       greatest(s.since, least((now() AT TIME ZONE 'Asia/Shanghai')::date, s.until - 1)) AS day
FROM stage s
WHERE s.geom IS NOT NULL
