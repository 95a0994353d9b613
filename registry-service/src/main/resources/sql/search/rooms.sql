-- purpose: addresses of rooms of one number in the buildings whose address, or a former one, holds all the words
-- in: patterns text[] (LIKE, one a word, without the room), room text, entrance text?, asOf date, limit int
-- out: id, text, sub, lon, lat, building_id
-- plan: scan
WITH door AS MATERIALIZED (
  SELECT s.id, min(s.text) AS text, bool_and(s.former) AS former
  FROM (
    SELECT a.id, a.text, a.until <= CAST(:asOf AS date) AS former
    FROM address a
    WHERE upper_inf(a.recorded) AND a.room IS NULL AND a.since <= CAST(:asOf AS date)
      AND a.text LIKE ALL (CAST(:patterns AS text[]))
    ORDER BY former, length(a.text), a.text, a.id
    LIMIT 200
  ) s
  GROUP BY s.id
)
SELECT r.id, r.text, concat_ws(' ', r.street, r.community) AS sub,
       ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat, b.id AS building_id
FROM door d
JOIN building b ON b.address_id = d.id AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date) AND b.status = 'STANDING'
JOIN unit u ON u.building_id = b.id AND u.room = CAST(:room AS text) AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
LEFT JOIN entrance n ON n.id = u.entrance_id AND upper_inf(n.recorded) AND n.since <= CAST(:asOf AS date) AND n.until > CAST(:asOf AS date)
JOIN address r ON r.id = u.address_id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
WHERE CAST(:entrance AS text) IS NULL OR n.name = CAST(:entrance AS text)
ORDER BY d.former, length(d.text), d.text, r.text, r.id
LIMIT CAST(:limit AS int)
