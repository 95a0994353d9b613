-- purpose: the community of residences this change wrote of, or of whose unit or building it did
-- in: change bigint
-- out: nothing
-- plan: window
WITH touched AS (
  SELECT h.version FROM residence h WHERE h.opened_by = CAST(:change AS bigint) AND upper_inf(h.recorded)
  UNION
  SELECT h.version FROM unit u JOIN residence h ON h.unit_id = u.id AND upper_inf(h.recorded)
  WHERE u.opened_by = CAST(:change AS bigint) AND upper_inf(u.recorded)
  UNION
  SELECT h.version FROM building b JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded)
  JOIN residence h ON h.unit_id = u.id AND upper_inf(h.recorded)
  WHERE b.opened_by = CAST(:change AS bigint) AND upper_inf(b.recorded)
)
UPDATE residence x SET community_id = u.community_id
FROM touched t, unit u
WHERE x.version = t.version AND u.id = x.unit_id AND upper_inf(u.recorded)
  AND u.valid @> greatest(lower(x.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(x.valid) - 1))
  AND x.community_id IS DISTINCT FROM u.community_id
