-- Units of which this change wrote a version, with the community they are in now.
-- in: change id
-- out: temp table moved_unit (id, version, community_id)
-- plan: scan
CREATE TEMP TABLE moved_unit ON COMMIT DROP AS
SELECT u.id, u.version, u.community_id
FROM register.unit u
WHERE u.opened_by = ? AND upper_inf(u.recorded) AND upper_inf(u.valid)
