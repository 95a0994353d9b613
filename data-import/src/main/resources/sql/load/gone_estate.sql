-- Addresses whose estate is no more after what a change ended, and addresses it said again: they name another one, or none.
-- in: change id, twice
-- out: -
-- plan: scan
UPDATE register.address a SET estate_id = (
  SELECT r.id FROM register.estate r WHERE r.name = a.estate AND upper_inf(r.recorded) ORDER BY r.id LIMIT 1)
WHERE upper_inf(a.recorded) AND a.estate_id IS NOT NULL
  AND (a.opened_by = ? OR a.estate_id IN (SELECT x.id FROM register.estate x WHERE x.closed_by = ?))
  AND NOT EXISTS (SELECT FROM register.estate r WHERE r.id = a.estate_id AND upper_inf(r.recorded))
