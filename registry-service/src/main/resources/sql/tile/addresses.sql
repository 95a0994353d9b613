-- purpose: tile of door plates; addresses of rooms and entrances are not shown
-- in: z, x, y int, asOf date
-- out: mvt bytea (layer addresses: id, label)
-- plan: window
WITH tile AS (
  SELECT ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int)) AS frame,
         ST_Transform(ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int), margin => 64.0 / 4096), 4490) AS box
), feature AS (
  SELECT a.id, concat(a.lane, a.door_number, a.door_suffix) AS label,
         ST_AsMVTGeom(ST_Transform(a.geom, 3857), t.frame, 4096, 64, true) AS geom
  FROM tile t
  JOIN address a ON a.geom && t.box
  WHERE upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
    AND a.door_number IS NOT NULL AND a.room IS NULL AND a.entrance IS NULL
)
SELECT ST_AsMVT(f, 'addresses', 4096, 'geom') AS mvt
FROM (SELECT * FROM feature WHERE geom IS NOT NULL ORDER BY id) f
