-- Persons who name an address that this change wrote of, or whose unit it did, are registered at the unit that has it now.
-- As edit/place_person.sql of the service does for a hand, here with joins over whole tables: a file brings a city's.
-- in: change id, five times
-- out: -
-- plan: scan
WITH anybody AS (
  SELECT EXISTS (SELECT FROM register.person WHERE registered_address IS NOT NULL) AS here
), place AS MATERIALIZED (
  SELECT a.id FROM register.address a WHERE (SELECT here FROM anybody) AND (a.opened_by = ? OR a.closed_by = ?)
  UNION
  SELECT u.address_id FROM register.unit u
  WHERE (SELECT here FROM anybody) AND (u.opened_by = ? OR u.closed_by = ?) AND u.address_id IS NOT NULL
), spoken AS (
  SELECT a.text, a.aliases FROM place p JOIN register.address a ON a.id = p.id AND upper_inf(a.recorded)
  UNION ALL
  SELECT a.text, a.aliases FROM register.address a WHERE (SELECT here FROM anybody) AND a.closed_by = ?
), said AS (
  SELECT text AS word FROM spoken UNION SELECT w.word FROM spoken CROSS JOIN LATERAL unnest(aliases) w(word)
), touched AS MATERIALIZED (
  SELECT p.version, p.registered_address AS word, p.registered_unit_id,
         greatest(lower(p.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(p.valid) - 1)) AS day
  FROM said s
  JOIN register.person p ON p.registered_address = s.word AND upper_inf(p.recorded)
), candidate AS (
  SELECT t.version, t.day, a.id AS address_id, a.valid, true AS official
  FROM touched t JOIN register.address a ON a.text = t.word AND upper_inf(a.recorded)
  UNION ALL
  SELECT t.version, t.day, w.id, w.valid, false
  FROM touched t
  JOIN (SELECT a.id, a.valid, unnest(a.aliases) AS word FROM register.address a
        WHERE upper_inf(a.recorded) AND a.aliases <> '{}') w ON w.word = t.word
), registered AS (
  SELECT DISTINCT ON (c.version) c.version, u.id AS unit_id
  FROM candidate c
  JOIN register.unit u ON u.address_id = c.address_id AND upper_inf(u.recorded)
  ORDER BY c.version, u.valid @> c.day DESC, c.valid @> c.day DESC, c.official DESC, u.id
)
UPDATE register.person x SET registered_unit_id = r.unit_id
FROM touched t LEFT JOIN registered r ON r.version = t.version
WHERE x.version = t.version AND t.registered_unit_id IS DISTINCT FROM r.unit_id
