-- purpose: 空挂户: registration books (户号; all without one at a unit are one) at units of an area of whose people nobody mainly lives there on a day; a page of them by the first person's id, as the number of a book is personal
-- in: #within# (area), asOf date, afterId bigint, limit int
-- out: id, people, numbered, unit_id, address, floor, room
-- plan: window
WITH page AS MATERIALIZED (
  SELECT min(p.id) AS id, count(*) AS people, p.registration_book IS NOT NULL AS numbered, u.id AS unit_id
  FROM #within# b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN person p ON p.registered_unit_id = u.id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
  LEFT JOIN residence r ON r.person_id = p.id AND r.main AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  GROUP BY u.id, p.registration_book
  HAVING bool_and(r.unit_id IS DISTINCT FROM u.id) AND min(p.id) > CAST(:afterId AS bigint)
  ORDER BY min(p.id)
  LIMIT CAST(:limit AS int)
)
SELECT g.id, g.people, g.numbered, g.unit_id, a.text AS address, u.floor, u.room
FROM page g
JOIN unit u ON u.id = g.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
ORDER BY g.id
