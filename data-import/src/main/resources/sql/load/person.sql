-- Persons as facts. Where a registered address is that of a unit here, by its official text or an alias of any day,
-- the person is registered at that unit: of several the one of the day, then the one with it as its official text.
-- in: stage (people), thing, sealed
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
WITH said AS MATERIALIZED (
  SELECT DISTINCT registered_address AS word FROM stage WHERE registered_address IS NOT NULL
), place AS MATERIALIZED (
  SELECT s.word, a.id, a.valid, true AS official
  FROM said s
  JOIN register.address a ON a.text = s.word AND upper_inf(a.recorded)
  UNION ALL
  SELECT s.word, a.id, a.valid, false
  FROM register.address a
  CROSS JOIN LATERAL unnest(a.aliases) w(word)
  JOIN said s ON s.word = w.word
  WHERE upper_inf(a.recorded) AND a.aliases <> '{}'
), candidate AS MATERIALIZED (
  SELECT p.word, u.id, u.valid AS stands, p.valid AS named, p.official
  FROM place p
  JOIN register.unit u ON u.address_id = p.id AND upper_inf(u.recorded)
), registered AS (
  SELECT DISTINCT ON (s.line) s.line, c.id
  FROM stage s
  JOIN candidate c ON c.word = s.registered_address
  CROSS JOIN LATERAL (SELECT greatest(s.since, least((now() AT TIME ZONE 'Asia/Shanghai')::date, s.until - 1)) AS day) d
  ORDER BY s.line, c.stands @> d.day DESC, c.named @> d.day DESC, c.official DESC, c.id
)
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.name, s.sex, s.birth_date, s.document_type, e.document_number,
       s.nationality, s.ethnicity, e.phone, s.registered_address, s.registered_region_code, s.registration_book,
       s.residence_permit, s.permit_until, r.id AS registered_unit_id, e.document_hash, e.document_tail,
       CAST(NULL AS timestamptz) AS erased_at -- who was erased is not in a file any more
FROM stage s
JOIN thing t USING (line)
LEFT JOIN sealed e USING (line)
LEFT JOIN registered r USING (line)
