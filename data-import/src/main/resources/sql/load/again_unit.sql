-- Units said again are in the community their building is in now.
-- in: change id
-- out: -
-- plan: window
UPDATE register.unit x SET community_id = (
  SELECT b.community_id FROM register.building b
  WHERE b.id = x.building_id AND upper_inf(b.recorded)
  ORDER BY b.since DESC LIMIT 1)
WHERE x.opened_by = ? AND upper_inf(x.recorded)
