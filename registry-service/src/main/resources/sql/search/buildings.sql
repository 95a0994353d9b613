-- purpose: buildings whose name holds all the words
-- in: patterns text[] (LIKE, one a word), prefix text (LIKE), asOf date, limit int
-- out: id, name, sub, lon, lat
-- plan: scan
WITH hit AS MATERIALIZED (
  SELECT b.id, b.name, NOT b.name LIKE CAST(:prefix AS text) AS inner_hit
  FROM building b
  WHERE upper_inf(b.recorded) AND b.name IS NOT NULL AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date) AND b.status = 'STANDING'
    AND b.name LIKE ALL (CAST(:patterns AS text[]))
  ORDER BY inner_hit, length(b.name), b.name, b.id
  LIMIT CAST(:limit AS int)
)
SELECT h.id, h.name, a.text AS sub, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat
FROM hit h
JOIN building b ON b.id = h.id AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = b.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
ORDER BY h.inner_hit, length(h.name), h.name, h.id
