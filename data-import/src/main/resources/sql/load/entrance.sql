-- Entrances as facts. Ordinal: the number in the name.
-- in: stage (units), part, thing, ref_building
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
WITH named AS (
  SELECT building, entrance, min(since) AS since, nullif(max(coalesce(until, 'infinity')), 'infinity') AS until,
         (array_agg(ST_SetSRID(ST_MakePoint(entrance_lon, entrance_lat), 4490) ORDER BY line)
            FILTER (WHERE entrance_lon IS NOT NULL))[1] AS geom
  FROM stage
  WHERE entrance IS NOT NULL
  GROUP BY building, entrance
)
SELECT t.id, t.fresh, n.since, n.until, false AS exact, b.id AS building_id, n.entrance AS name,
       coalesce(substring(n.entrance FROM '[0-9]{1,3}')::smallint, 1::smallint) AS ordinal, n.geom
FROM part p
JOIN thing t USING (line)
JOIN named n ON n.building || '/' || n.entrance = p.key
JOIN ref_building b ON b.key = n.building
