-- purpose: estates whose name or one of whose nicknames holds all the words
-- in: patterns text[] (LIKE, one a word), prefix text (LIKE), asOf date, limit int
-- out: id, name, sub (the nickname that was meant, else the community), lon, lat
-- plan: scan
WITH hit AS MATERIALIZED (
  SELECT e.id, e.name, e.community_id, e.geom, n.name AS said, NOT n.name LIKE CAST(:prefix AS text) AS inner_hit
  FROM estate e
  CROSS JOIN LATERAL (
    SELECT said.name FROM unnest(e.name || e.aliases) WITH ORDINALITY AS said (name, place)
    WHERE said.name LIKE ALL (CAST(:patterns AS text[]))
    ORDER BY said.place
    LIMIT 1
  ) n
  WHERE upper_inf(e.recorded) AND e.since <= CAST(:asOf AS date) AND e.until > CAST(:asOf AS date)
  ORDER BY inner_hit, length(n.name), n.name, e.id
  LIMIT CAST(:limit AS int)
)
SELECT h.id, h.name, CASE WHEN h.said <> h.name THEN h.said ELSE c.name END AS sub,
       ST_X(p.centre) AS lon, ST_Y(p.centre) AS lat
FROM hit h
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(h.geom) AS centre OFFSET 0) p
LEFT JOIN region c ON c.id = h.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
ORDER BY h.inner_hit, length(h.said), h.said, h.id
