-- Residences follow their unit into another community.
-- in: temp table moved_unit
-- out: -
-- plan: scan
UPDATE register.residence r SET community_id = m.community_id
FROM moved_unit m
WHERE r.unit_id = m.id AND upper_inf(r.recorded) AND r.community_id IS DISTINCT FROM m.community_id
