-- purpose: tile of the base map: land use, water, roads and points of interest, each from the zoom on where it can be seen
-- in: z, x, y int, asOf date
-- out: mvt bytea (layers landuse: kind, name; water: kind, name; roads: class, name; pois: kind, name)
-- plan: window
WITH tile AS (
  SELECT ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int)) AS frame,
         ST_Transform(ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int), margin => 64.0 / 4096), 4490) AS box,
         -- a square pixel of the screen, in degrees along the equator
         360.0 / 256 / power(2, CAST(:z AS int)) AS pixel
), context AS MATERIALIZED (
  SELECT c.id, c.theme, c.kind, c.name,
         ST_AsMVTGeom(ST_Transform(c.geom, 3857), t.frame, 4096, 64, true) AS geom
  FROM tile t
  JOIN context_feature c ON c.geom && t.box
  WHERE upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
    AND CASE c.theme
          WHEN 'POI' THEN CAST(:z AS int) >= 15
          ELSE greatest(ST_XMax(c.geom) - ST_XMin(c.geom), ST_YMax(c.geom) - ST_YMin(c.geom)) >= t.pixel
        END
), road_seen AS (
  SELECT r.id, r.class, r.name,
         ST_AsMVTGeom(ST_Transform(r.geom, 3857), t.frame, 4096, 64, true) AS geom
  FROM tile t
  JOIN road r ON r.geom && t.box
  WHERE upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
    AND (CAST(:z AS int) >= 15 OR r.class IN ('EXPRESSWAY', 'ARTERIAL', 'RAIL')
         OR (r.class = 'SECONDARY' AND CAST(:z AS int) >= 12) OR (r.class IN ('BRANCH', 'OTHER') AND CAST(:z AS int) >= 13)
         OR (r.class = 'LANE' AND CAST(:z AS int) >= 14))
)
SELECT coalesce((SELECT ST_AsMVT(f, 'landuse', 4096, 'geom')
                 FROM (SELECT kind, name, geom FROM context WHERE theme = 'LANDUSE' AND geom IS NOT NULL ORDER BY id) f), '')
    || coalesce((SELECT ST_AsMVT(f, 'water', 4096, 'geom')
                 FROM (SELECT kind, name, geom FROM context WHERE theme = 'WATER' AND geom IS NOT NULL ORDER BY id) f), '')
    || coalesce((SELECT ST_AsMVT(f, 'roads', 4096, 'geom')
                 FROM (SELECT class, name, geom FROM road_seen WHERE geom IS NOT NULL ORDER BY id) f), '')
    || coalesce((SELECT ST_AsMVT(f, 'pois', 4096, 'geom')
                 FROM (SELECT kind, name, geom FROM context WHERE theme = 'POI' AND geom IS NOT NULL ORDER BY id) f), '') AS mvt
