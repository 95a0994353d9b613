-- Units without an address of their own, in buildings that have one: theirs is the building's with entrance and room behind it.
-- in: -
-- out: temp table own (unit, version: of the building's address, text, entrance, room, valid, place: the address that is so called,
--      else the unit's id negated)
-- plan: scan
CREATE TEMP TABLE own ON COMMIT DROP AS
WITH composed AS (
  SELECT u.id AS unit, a.version,
         a.text || coalesce(e.name, '') || u.room || CASE WHEN u.room ~ '^[-0-9A-Za-z]+$' THEN '室' ELSE '' END AS text,
         e.name AS entrance, u.room, u.valid * b.valid * a.valid AS valid
  FROM register.unit u
  JOIN register.building b ON b.id = u.building_id AND upper_inf(b.recorded) AND b.valid && u.valid
  JOIN register.address a ON a.id = b.address_id AND upper_inf(a.recorded) AND a.valid && u.valid * b.valid
  LEFT JOIN LATERAL (
    SELECT x.name FROM register.entrance x
    WHERE x.id = u.entrance_id AND upper_inf(x.recorded)
    ORDER BY lower(x.valid) DESC LIMIT 1
  ) e ON true
  WHERE u.address_id IS NULL AND upper_inf(u.recorded) AND a.room IS NULL AND (a.entrance IS NULL OR e.name IS NULL)
), named AS (
  SELECT c.text, min(t.id) AS id
  FROM composed c
  JOIN register.address t ON t.text = c.text AND upper_inf(t.recorded) AND t.valid && c.valid
  GROUP BY c.text
)
SELECT c.unit, c.version, c.text, c.entrance, c.room, c.valid, coalesce(n.id, -c.unit) AS place
FROM composed c
LEFT JOIN named n USING (text)
