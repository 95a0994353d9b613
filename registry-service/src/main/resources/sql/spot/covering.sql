-- purpose: whatever covered a point in either time, and addresses of doors within 30 m of it; newest first, a page of them
-- in: lon float8, lat float8, since date?, recorded timestamptz?, kind text?, version bigint?, limit int
-- out: kind, id, version, label, code, since, until, recorded_from, recorded_to
-- plan: point
WITH p AS MATERIALIZED (
  SELECT ST_SetSRID(ST_MakePoint(CAST(:lon AS float8), CAST(:lat AS float8)), 4490) AS point,
         -- a degree of latitude is 110,574 m at least, one of longitude 111,319 m times the cosine
         ST_Expand(ST_SetSRID(ST_MakePoint(CAST(:lon AS float8), CAST(:lat AS float8)), 4490),
                   30 / (110500 * greatest(cos(radians(CAST(:lat AS float8))), 1e-3)), 30 / 110500.0) AS near
), found AS (
  SELECT 'region' AS kind, x.id, x.version, x.name AS label, x.code, x.valid, x.recorded
  FROM p, region x WHERE x.geom && p.point AND ST_Covers(x.geom, p.point) AND upper_inf(x.recorded)
  UNION ALL
  SELECT 'region', x.id, x.version, x.name, x.code, x.valid, x.recorded
  FROM p, region x WHERE x.geom && p.point AND ST_Covers(x.geom, p.point) AND NOT upper_inf(x.recorded)
  UNION ALL
  SELECT 'grid', x.id, x.version, x.name, x.code, x.valid, x.recorded
  FROM p, grid x WHERE x.geom && p.point AND ST_Covers(x.geom, p.point) AND upper_inf(x.recorded)
  UNION ALL
  SELECT 'grid', x.id, x.version, x.name, x.code, x.valid, x.recorded
  FROM p, grid x WHERE x.geom && p.point AND ST_Covers(x.geom, p.point) AND NOT upper_inf(x.recorded)
  UNION ALL
  SELECT 'estate', x.id, x.version, x.name, NULL, x.valid, x.recorded
  FROM p, estate x WHERE x.geom && p.point AND ST_Covers(x.geom, p.point) AND upper_inf(x.recorded)
  UNION ALL
  SELECT 'estate', x.id, x.version, x.name, NULL, x.valid, x.recorded
  FROM p, estate x WHERE x.geom && p.point AND ST_Covers(x.geom, p.point) AND NOT upper_inf(x.recorded)
  UNION ALL
  SELECT 'building', x.id, x.version, coalesce(x.name, (
           SELECT a.text FROM address a WHERE a.id = x.address_id AND upper_inf(a.recorded) AND a.valid @> lower(x.valid))),
         NULL, x.valid, x.recorded
  FROM p, building x WHERE x.footprint && p.point AND ST_Covers(x.footprint, p.point) AND upper_inf(x.recorded)
  UNION ALL
  SELECT 'building', x.id, x.version, coalesce(x.name, (
           SELECT a.text FROM address a WHERE a.id = x.address_id AND upper_inf(a.recorded) AND a.valid @> lower(x.valid))),
         NULL, x.valid, x.recorded
  FROM p, building x WHERE x.footprint && p.point AND ST_Covers(x.footprint, p.point) AND NOT upper_inf(x.recorded)
  UNION ALL
  SELECT 'address', x.id, x.version, x.text, NULL, x.valid, x.recorded
  FROM p, address x
  WHERE x.geom && p.near AND ST_DWithin(x.geom::geography, p.point::geography, 30) AND upper_inf(x.recorded) AND x.room IS NULL
  UNION ALL
  SELECT 'address', x.id, x.version, x.text, NULL, x.valid, x.recorded
  FROM p, address x
  WHERE x.geom && p.near AND ST_DWithin(x.geom::geography, p.point::geography, 30) AND NOT upper_inf(x.recorded) AND x.room IS NULL
)
SELECT f.kind, f.id, f.version, f.label, f.code, lower(f.valid) AS since, upper(f.valid) AS until,
       lower(f.recorded) AS recorded_from, upper(f.recorded) AS recorded_to
FROM found f
WHERE CAST(:since AS date) IS NULL
   OR (lower(f.valid), lower(f.recorded), f.kind, f.version)
      < (CAST(:since AS date), CAST(:recorded AS timestamptz), CAST(:kind AS text), CAST(:version AS bigint))
ORDER BY lower(f.valid) DESC, lower(f.recorded) DESC, f.kind DESC, f.version DESC
LIMIT CAST(:limit AS int)
