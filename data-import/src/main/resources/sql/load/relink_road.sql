-- Addresses that name a road this change brought, and had no road yet.
-- in: change id
-- out: -
-- plan: scan
UPDATE register.address a SET road_id = r.id
FROM (
  SELECT DISTINCT ON (name) name, id FROM register.road
  WHERE opened_by = ? AND name IS NOT NULL AND upper_inf(recorded) ORDER BY name, id
) r
WHERE a.road = r.name AND a.road_id IS NULL AND upper_inf(a.recorded)
