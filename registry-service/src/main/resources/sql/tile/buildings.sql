-- purpose: tile of standing buildings with their units by state
-- in: z, x, y int, asOf date
-- out: mvt bytea (layer buildings: id, name, use, floors, vacant, occupied, unlinked, unvisited, state; null or empty where nothing is)
-- plan: window
WITH tile AS (
  SELECT ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int)) AS frame,
         ST_Transform(ST_TileEnvelope(CAST(:z AS int), CAST(:x AS int), CAST(:y AS int), margin => 64.0 / 4096), 4490) AS box
), here AS MATERIALIZED (
  SELECT b.id, b.name, b.use, b.floors, b.footprint
  FROM tile t
  JOIN building b ON b.footprint && t.box
  WHERE upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND least(b.until, date '5874897-12-31') > CAST(:asOf AS date) AND b.status = 'STANDING'
), counted AS (
  SELECT o.building_id,
         count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT')::int AS vacant,
         count(*) FILTER (WHERE o.state = 'OCCUPIED')::int AS occupied,
         count(*) FILTER (WHERE o.state = 'UNLINKED')::int AS unlinked,
         count(*) FILTER (WHERE o.state = 'UNVISITED')::int AS unvisited
  FROM here h
  JOIN unit_occupancy o ON o.building_id = h.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
  GROUP BY o.building_id
), feature AS (
  SELECT h.id, h.name, h.use, h.floors::int AS floors,
         coalesce(c.vacant, 0) AS vacant, coalesce(c.occupied, 0) AS occupied,
         coalesce(c.unlinked, 0) AS unlinked, coalesce(c.unvisited, 0) AS unvisited,
         CASE WHEN c.building_id IS NULL THEN 'none' WHEN c.vacant > 0 THEN 'vacant'
              WHEN c.unvisited > 0 THEN 'unvisited' WHEN c.unlinked > 0 THEN 'unlinked' ELSE 'occupied' END AS state,
         ST_AsMVTGeom(ST_Transform(h.footprint, 3857), t.frame, 4096, 64, true) AS geom
  FROM here h
  CROSS JOIN tile t
  LEFT JOIN counted c ON c.building_id = h.id
)
SELECT ST_AsMVT(f, 'buildings', 4096, 'geom') AS mvt
FROM (SELECT * FROM feature WHERE geom IS NOT NULL ORDER BY id) f
