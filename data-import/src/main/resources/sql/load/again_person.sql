-- Persons said again are registered at the unit that has the address they name now. As person.sql, and as the service's
-- edit/place_person.sql for a hand. Of who was erased the address is gone, but not the unit.
-- in: change id
-- out: -
-- plan: window
WITH own AS MATERIALIZED (
  SELECT p.version, p.registered_address AS word,
         greatest(p.since, least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(p.valid) - 1)) AS day
  FROM register.person p
  WHERE p.opened_by = ? AND upper_inf(p.recorded) AND p.erased_at IS NULL
), place AS MATERIALIZED (
  SELECT o.version, o.day, a.id, a.valid, true AS official
  FROM own o JOIN register.address a ON a.text = o.word AND upper_inf(a.recorded)
  UNION ALL
  SELECT o.version, o.day, a.id, a.valid, false
  FROM (SELECT w.id, w.valid, unnest(w.aliases) AS word FROM register.address w
        WHERE upper_inf(w.recorded) AND w.aliases <> '{}' AND EXISTS (SELECT FROM own WHERE own.word IS NOT NULL)) a
  JOIN own o ON o.word = a.word
), registered AS (
  SELECT DISTINCT ON (p.version) p.version, u.id
  FROM place p
  JOIN register.unit u ON u.address_id = p.id AND upper_inf(u.recorded)
  ORDER BY p.version, u.valid @> p.day DESC, p.valid @> p.day DESC, p.official DESC, u.id
)
UPDATE register.person x SET registered_unit_id = r.id
FROM own o LEFT JOIN registered r ON r.version = o.version
WHERE x.version = o.version AND x.registered_unit_id IS DISTINCT FROM r.id
