-- Units whose building is now in another community follow it.
-- in: temp table moved_building (id)
-- out: temp table moved_unit (id)
-- plan: scan
CREATE TEMP TABLE moved_unit ON COMMIT DROP AS
SELECT u.id, u.version, b.community_id
FROM (SELECT DISTINCT id FROM moved_building) m
JOIN register.unit u ON u.building_id = m.id AND upper_inf(u.recorded)
CROSS JOIN LATERAL (
  SELECT x.community_id FROM register.building x
  WHERE x.id = m.id AND upper_inf(x.recorded)
  ORDER BY lower(x.valid) DESC LIMIT 1
) b
