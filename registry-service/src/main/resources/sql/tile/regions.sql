-- purpose: tile of regions; the finer levels from the zoom on where they can be told apart
-- in: z, x, y int, asOf date
-- out: mvt bytea (layer regions: id, code, level, name)
-- plan: window
WITH tile AS (
  SELECT ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int)) AS frame,
         ST_Transform(ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int), margin => 64.0 / 4096), 4490) AS box
), feature AS (
  SELECT r.id, r.code, r.level, r.name,
         ST_AsMVTGeom(ST_Transform(r.geom, 3857), t.frame, 4096, 64, true) AS geom
  FROM tile t
  JOIN region r ON r.geom && t.box
  WHERE upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
    AND (r.level IN ('CITY', 'DISTRICT') OR (r.level = 'STREET' AND CAST(:z AS int) >= 9) OR (r.level = 'COMMUNITY' AND CAST(:z AS int) >= 11))
)
SELECT ST_AsMVT(f, 'regions', 4096, 'geom') AS mvt
FROM (SELECT * FROM feature WHERE geom IS NOT NULL ORDER BY id) f
