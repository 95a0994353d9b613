-- purpose: tile of grids
-- in: z, x, y int, asOf date
-- out: mvt bytea (layer grids: id, code, number, name, kind, setting, community_id)
-- plan: window
WITH tile AS (
  SELECT ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int)) AS frame,
         ST_Transform(ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int), margin => 64.0 / 4096), 4490) AS box
), feature AS (
  SELECT g.id, g.code, g.number::int AS number, g.name, g.kind, g.setting, g.community_id,
         ST_AsMVTGeom(ST_Transform(g.geom, 3857), t.frame, 4096, 64, true) AS geom
  FROM tile t
  JOIN grid g ON g.geom && t.box
  WHERE upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
)
SELECT ST_AsMVT(f, 'grids', 4096, 'geom') AS mvt
FROM (SELECT * FROM feature WHERE geom IS NOT NULL ORDER BY id) f
