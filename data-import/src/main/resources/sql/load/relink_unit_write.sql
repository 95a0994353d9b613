-- Writes the communities found by relink_unit.
-- in: temp table moved_unit
-- out: -
-- plan: scan
UPDATE register.unit u SET community_id = m.community_id
FROM moved_unit m
WHERE m.version = u.version AND u.community_id IS DISTINCT FROM m.community_id
