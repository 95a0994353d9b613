-- purpose: the community of estates this change wrote of, by a point inside
-- in: change bigint
-- out: nothing
-- plan: point
UPDATE estate x SET community_id = (
  SELECT r.id FROM region r
  WHERE upper_inf(r.recorded) AND r.level = 'COMMUNITY'
    AND r.valid @> greatest(lower(x.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1))
    AND r.geom && x.geom AND ST_Covers(r.geom, ST_SnapToGrid(ST_PointOnSurface(x.geom), 1e-8))
  ORDER BY r.id LIMIT 1)
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded)
