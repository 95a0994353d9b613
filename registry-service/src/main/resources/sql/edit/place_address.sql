-- purpose: the community of addresses this change wrote of, and the road and estate they name: the nearest of that name
-- in: change bigint
-- out: nothing
-- plan: point
UPDATE address x SET
  community_id = (
    SELECT r.id FROM region r
    WHERE upper_inf(r.recorded) AND r.level = 'COMMUNITY'
      AND r.valid @> greatest(lower(x.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1))
      AND r.geom && x.geom AND ST_Covers(r.geom, x.geom)
    ORDER BY r.id LIMIT 1),
  road_id = (
    SELECT r.id FROM road r
    WHERE upper_inf(r.recorded) AND r.name = x.road
    ORDER BY ST_Distance(r.geom, x.geom) NULLS LAST, r.id LIMIT 1),
  estate_id = (
    SELECT e.id FROM estate e
    WHERE upper_inf(e.recorded) AND e.name = x.estate
    ORDER BY ST_Distance(e.geom, x.geom) NULLS LAST, e.id LIMIT 1)
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded)
