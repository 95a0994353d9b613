-- Staged units as facts. The community is the building's, as it is believed to be last.
-- in: stage, thing, ref_building, ref_address; source
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, b.id AS building_id, e.id AS entrance_id, a.id AS address_id,
       c.community_id, s.floor, s.room, s.use, s.area_m2
FROM stage s
JOIN thing t USING (line)
JOIN ref_building b ON b.key = s.building
LEFT JOIN identity.entrance e ON e.source = ? AND e.key = s.building || '/' || s.entrance
LEFT JOIN ref_address a ON a.key = s.address
LEFT JOIN LATERAL (
  SELECT x.community_id FROM register.building x
  WHERE x.id = b.id AND upper_inf(x.recorded)
  ORDER BY lower(x.valid) DESC LIMIT 1
) c ON true
