-- purpose: how many persons registered at units of an area do not mainly live there on a day (户在人不在), and how many registration books are without anybody who does (空挂户)
-- in: #within# (area), asOf date
-- out: away, empty_books
-- plan: window
SELECT coalesce(sum(k.away), 0)::bigint AS away, count(*) FILTER (WHERE k.away = k.people) AS empty_books
FROM (
  SELECT count(*) AS people, count(*) FILTER (WHERE r.unit_id IS DISTINCT FROM u.id) AS away
  FROM #within# b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN person p ON p.registered_unit_id = u.id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
  LEFT JOIN residence r ON r.person_id = p.id AND r.main AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  GROUP BY u.id, p.registration_book
) k
