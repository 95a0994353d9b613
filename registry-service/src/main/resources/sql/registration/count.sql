-- purpose: how many persons registered at units of an area do not mainly live there on a day (户在人不在), and how many registration books are without anybody who does (空挂户): where names are seen of all buildings, elsewhere of the cells that lie wholly in it
-- in: #within# (area), asOf date, countedOn date, sighted boolean
-- out: away, empty_books, cells
-- plan: window
WITH counted AS MATERIALIZED (
  SELECT k.building_id, k.cell_id
  FROM counted_buildings(ARRAY(SELECT b.id FROM #within# b), CAST(:asOf AS date), CAST(:sighted AS boolean)) k
)
SELECT coalesce(sum(k.away), 0)::bigint AS away, count(*) FILTER (WHERE k.away = k.people) AS empty_books,
       (SELECT count(DISTINCT cell_id) FROM counted) AS cells
FROM (
  SELECT count(*) AS people, count(*) FILTER (WHERE r.unit_id IS DISTINCT FROM u.id) AS away
  FROM counted b
  JOIN unit u ON u.building_id = b.building_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN person p ON p.registered_unit_id = u.id AND upper_inf(p.recorded) AND p.since <= CAST(:countedOn AS date) AND p.until > CAST(:countedOn AS date)
  LEFT JOIN residence r ON r.person_id = p.id AND r.main AND upper_inf(r.recorded) AND r.since <= CAST(:countedOn AS date) AND r.until > CAST(:countedOn AS date)
  GROUP BY u.id, p.registration_book
) k
