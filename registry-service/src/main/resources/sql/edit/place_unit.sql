-- purpose: the community of units this change wrote of, or of whose building it did
-- in: change bigint
-- out: nothing
-- plan: window
WITH touched AS (
  SELECT u.version FROM unit u WHERE u.opened_by = CAST(:change AS bigint) AND upper_inf(u.recorded)
  UNION
  SELECT u.version FROM building b JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded)
  WHERE b.opened_by = CAST(:change AS bigint) AND upper_inf(b.recorded)
)
UPDATE unit x SET community_id = b.community_id
FROM touched t, building b
WHERE x.version = t.version AND b.id = x.building_id AND upper_inf(b.recorded)
  AND b.valid @> greatest(lower(x.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1))
  AND x.community_id IS DISTINCT FROM b.community_id
