-- Households follow their unit into another community.
-- in: temp table moved_unit
-- out: -
-- plan: scan
UPDATE register.household h SET community_id = m.community_id
FROM moved_unit m
WHERE h.unit_id = m.id AND upper_inf(h.recorded) AND h.community_id IS DISTINCT FROM m.community_id
