-- purpose: the community of buildings this change wrote of, by their inside point
-- in: change bigint
-- out: nothing
-- plan: point
UPDATE building x SET community_id = (
  SELECT r.id FROM region r
  WHERE upper_inf(r.recorded) AND r.level = 'COMMUNITY'
    AND r.valid @> greatest(lower(x.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1))
    AND r.geom && x.inside_point AND ST_Covers(r.geom, x.inside_point)
  ORDER BY r.id LIMIT 1)
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded)
