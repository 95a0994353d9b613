-- Households said again are in the community their unit is in now.
-- in: change id
-- out: -
-- plan: window
UPDATE register.household x SET community_id = (
  SELECT u.community_id FROM register.unit u
  WHERE u.id = x.unit_id AND upper_inf(u.recorded)
  ORDER BY u.since DESC LIMIT 1)
WHERE x.opened_by = ? AND upper_inf(x.recorded)
