-- purpose: addresses above the room whose text holds all the words
-- in: patterns text[] (LIKE, one a word), prefix text (LIKE), asOf date, limit int
-- out: id, text, sub, lon, lat, building_id
-- plan: scan
WITH hit AS MATERIALIZED (
  SELECT a.id, a.text, NOT a.text LIKE CAST(:prefix AS text) AS inner_hit
  FROM address a
  WHERE upper_inf(a.recorded) AND a.room IS NULL AND a.valid @> CAST(:asOf AS date)
    AND a.text LIKE ALL (CAST(:patterns AS text[]))
  ORDER BY inner_hit, length(a.text), a.text, a.id
  LIMIT CAST(:limit AS int)
)
SELECT h.id, h.text, concat_ws(' ', d.street, d.community) AS sub,
       ST_X(coalesce(d.geom, b.inside_point)) AS lon, ST_Y(coalesce(d.geom, b.inside_point)) AS lat, b.id AS building_id
FROM hit h
JOIN address d ON d.id = h.id AND upper_inf(d.recorded) AND d.valid @> CAST(:asOf AS date)
LEFT JOIN LATERAL (
  SELECT b.id, b.inside_point FROM building b
  WHERE b.address_id = h.id AND upper_inf(b.recorded) AND b.valid @> CAST(:asOf AS date) AND b.status = 'STANDING'
  ORDER BY b.id
  LIMIT 1
) b ON true
WHERE coalesce(d.geom, b.inside_point) IS NOT NULL
ORDER BY h.inner_hit, length(h.text), h.text, h.id
