-- purpose: 户在人不在: persons registered at a unit of an area who do not mainly live in it on a day, with where they do; a page of them by id
-- in: #within# (area), asOf date, afterId bigint, limit int
-- out: id, unit_id, address, floor, room, home_id, home_address, home_floor, home_room
-- plan: window
WITH page AS MATERIALIZED (
  SELECT p.id, u.id AS unit_id, r.unit_id AS home_id
  FROM #within# b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN person p ON p.registered_unit_id = u.id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
  LEFT JOIN residence r ON r.person_id = p.id AND r.main AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  WHERE p.id > CAST(:afterId AS bigint) AND r.unit_id IS DISTINCT FROM u.id
  ORDER BY p.id
  LIMIT CAST(:limit AS int)
)
SELECT g.id, g.unit_id, a.text AS address, u.floor, u.room,
       g.home_id, w.text AS home_address, h.floor AS home_floor, h.room AS home_room
FROM page g
JOIN unit u ON u.id = g.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
LEFT JOIN unit h ON h.id = g.home_id AND upper_inf(h.recorded) AND h.since <= CAST(:asOf AS date) AND h.until > CAST(:asOf AS date)
LEFT JOIN address w ON w.id = h.address_id AND upper_inf(w.recorded) AND w.since <= CAST(:asOf AS date) AND w.until > CAST(:asOf AS date)
ORDER BY g.id
