-- purpose: the unit here that persons are registered at: of those this change wrote of, and of those who name an address it wrote of or whose unit it did
-- in: change bigint
-- out: nothing
-- plan: window
WITH place AS MATERIALIZED (
  SELECT a.id FROM address a WHERE a.opened_by = CAST(:change AS bigint) OR a.closed_by = CAST(:change AS bigint)
  UNION
  SELECT u.address_id FROM unit u
  WHERE (u.opened_by = CAST(:change AS bigint) OR u.closed_by = CAST(:change AS bigint)) AND u.address_id IS NOT NULL
), spoken AS (
  SELECT a.text, a.aliases FROM place p JOIN address a ON a.id = p.id AND upper_inf(a.recorded)
  UNION ALL
  SELECT a.text, a.aliases FROM address a WHERE a.closed_by = CAST(:change AS bigint)
), said AS (
  SELECT text AS word FROM spoken UNION SELECT w.word FROM spoken CROSS JOIN LATERAL unnest(aliases) w(word)
), touched AS MATERIALIZED (
  SELECT p.version, p.registered_address AS word, p.registered_unit_id,
         greatest(lower(p.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(p.valid) - 1)) AS day
  FROM person p WHERE p.opened_by = CAST(:change AS bigint) AND upper_inf(p.recorded)
    AND p.erased_at IS NULL -- whose address is gone, but not the unit
  UNION
  SELECT p.version, p.registered_address, p.registered_unit_id,
         greatest(lower(p.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(p.valid) - 1))
  FROM said s JOIN person p ON p.registered_address = s.word AND upper_inf(p.recorded)
), candidate AS (
  SELECT t.version, t.day, a.id AS address_id, a.valid, true AS official
  FROM touched t JOIN address a ON a.text = t.word AND upper_inf(a.recorded)
  UNION ALL
  SELECT t.version, t.day, a.id, a.valid, false
  FROM touched t JOIN address a ON a.aliases @> ARRAY[t.word] AND a.aliases <> '{}' AND upper_inf(a.recorded)
), registered AS (
  SELECT DISTINCT ON (c.version) c.version, u.id AS unit_id
  FROM candidate c
  JOIN unit u ON u.address_id = c.address_id AND upper_inf(u.recorded)
  ORDER BY c.version, u.valid @> c.day DESC, c.valid @> c.day DESC, c.official DESC, u.id
)
UPDATE person x SET registered_unit_id = r.unit_id
FROM touched t LEFT JOIN registered r ON r.version = t.version
WHERE x.version = t.version AND t.registered_unit_id IS DISTINCT FROM r.unit_id
