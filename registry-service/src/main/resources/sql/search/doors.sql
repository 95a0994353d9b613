-- purpose: addresses above the room whose text of the day, or once, or an alias holds all the words
-- in: patterns text[] (LIKE, one a word), prefix text (LIKE), asOf date, limit int
-- out: id, text, sub, lon, lat, building_id
-- plan: scan
WITH said AS MATERIALIZED ( -- texts of today before former ones, which lead to the address as it is called today
  (SELECT a.id, a.until <= CAST(:asOf AS date) AS former, NOT a.text LIKE CAST(:prefix AS text) AS inner_hit,
         length(a.text) AS long, a.text
  FROM address a
  WHERE upper_inf(a.recorded) AND a.room IS NULL AND a.since <= CAST(:asOf AS date)
    AND a.text LIKE ALL (CAST(:patterns AS text[]))
  ORDER BY former, inner_hit, long, a.text, a.id
  LIMIT 4 * CAST(:limit AS int))
  UNION ALL
  (SELECT a.id, true, NOT n.text LIKE CAST(:prefix AS text) AS inner_hit, length(n.text) AS long, n.text
  FROM address a CROSS JOIN LATERAL unnest(a.aliases) AS n (text)
  WHERE upper_inf(a.recorded) AND a.room IS NULL AND a.aliases <> '{}' AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
    AND n.text LIKE ALL (CAST(:patterns AS text[]))
  ORDER BY inner_hit, long, n.text, a.id
  LIMIT 4 * CAST(:limit AS int))
), hit AS (
  SELECT DISTINCT ON (s.id) s.* FROM said s ORDER BY s.id, s.former, s.inner_hit, s.long, s.text
)
SELECT h.id, d.text, concat_ws(' ', d.street, d.community) AS sub,
       ST_X(coalesce(d.geom, b.inside_point)) AS lon, ST_Y(coalesce(d.geom, b.inside_point)) AS lat, b.id AS building_id
FROM hit h
JOIN address d ON d.id = h.id AND upper_inf(d.recorded) AND d.since <= CAST(:asOf AS date) AND d.until > CAST(:asOf AS date)
LEFT JOIN LATERAL (
  SELECT b.id, b.inside_point FROM building b
  WHERE b.address_id = h.id AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date) AND b.status = 'STANDING'
  ORDER BY b.id
  LIMIT 1
) b ON true
WHERE coalesce(d.geom, b.inside_point) IS NOT NULL
ORDER BY h.former, h.inner_hit, h.long, h.text, h.id
LIMIT CAST(:limit AS int)
