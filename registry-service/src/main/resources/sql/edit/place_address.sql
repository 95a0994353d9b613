-- purpose: the community of addresses this change wrote of, and the road and estate they name: the nearest of that name; most have them already
-- in: change bigint
-- out: nothing
-- plan: window
UPDATE address x SET community_id = p.community_id, road_id = p.road_id, estate_id = p.estate_id
FROM (
  SELECT a.version,
    (SELECT r.id FROM region r
     WHERE upper_inf(r.recorded) AND r.level = 'COMMUNITY'
       AND r.valid @> greatest(lower(a.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(a.valid) - 1))
       AND r.geom && a.geom AND ST_Covers(r.geom, a.geom)
     ORDER BY r.id LIMIT 1) AS community_id,
    (SELECT r.id FROM road r
     WHERE upper_inf(r.recorded) AND r.name = a.road
     ORDER BY ST_Distance(r.geom, a.geom) NULLS LAST, r.id LIMIT 1) AS road_id,
    (SELECT e.id FROM estate e
     WHERE upper_inf(e.recorded) AND e.name = a.estate
     ORDER BY ST_Distance(e.geom, a.geom) NULLS LAST, e.id LIMIT 1) AS estate_id
  FROM address a
  WHERE a.opened_by = CAST(:change AS bigint) AND upper_inf(a.recorded)
) p
WHERE p.version = x.version AND x.opened_by = CAST(:change AS bigint)
  AND (x.community_id, x.road_id, x.estate_id) IS DISTINCT FROM (p.community_id, p.road_id, p.estate_id)
