-- Addresses whose road is no more after what a change ended, and addresses it said again: they name another one, or none.
-- in: change id, twice
-- out: -
-- plan: scan
UPDATE register.address a SET road_id = (
  SELECT r.id FROM register.road r WHERE r.name = a.road AND upper_inf(r.recorded) ORDER BY r.id LIMIT 1)
WHERE upper_inf(a.recorded) AND a.road_id IS NOT NULL
  AND (a.opened_by = ? OR a.road_id IN (SELECT x.id FROM register.road x WHERE x.closed_by = ?))
  AND NOT EXISTS (SELECT FROM register.road r WHERE r.id = a.road_id AND upper_inf(r.recorded))
