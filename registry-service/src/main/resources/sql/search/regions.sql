-- purpose: regions of a name or a code
-- in: code text?, patterns text[] (LIKE, one a word), prefix text (LIKE), asOf date, limit int
-- out: id, code, name, sub (the region above), lon, lat
-- plan: scan
WITH hit AS MATERIALIZED (
  SELECT r.id, r.code, r.name, r.parent_id, r.geom, NOT r.name LIKE CAST(:prefix AS text) AS inner_hit
  FROM region r
  WHERE upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
    AND (r.code = CAST(:code AS text) OR r.name LIKE ALL (CAST(:patterns AS text[])))
  ORDER BY inner_hit, length(r.code), length(r.name), r.code
  LIMIT CAST(:limit AS int)
)
SELECT h.id, h.code, h.name, p.name AS sub, ST_X(c.centre) AS lon, ST_Y(c.centre) AS lat
FROM hit h
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(h.geom) AS centre OFFSET 0) c
LEFT JOIN region p ON p.id = h.parent_id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
ORDER BY h.inner_hit, length(h.code), length(h.name), h.code
