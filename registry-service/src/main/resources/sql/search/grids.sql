-- purpose: grids of a code, a number or a name
-- in: code text? (first digits of a code), number int?, patterns text[] (LIKE, one a word), asOf date, limit int
-- out: id, code, name, sub (the community), lon, lat
-- plan: scan
WITH hit AS MATERIALIZED (
  SELECT g.id, g.code, g.name, g.community_id, g.geom
  FROM grid g
  WHERE upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
    AND (g.code LIKE CAST(:code AS text) || '%' OR g.number = CAST(:number AS int)
         OR g.name LIKE ALL (CAST(:patterns AS text[])))
  ORDER BY g.number IS DISTINCT FROM CAST(:number AS int), length(g.name), g.code
  LIMIT CAST(:limit AS int)
)
SELECT h.id, h.code, h.name, c.name AS sub, ST_X(p.centre) AS lon, ST_Y(p.centre) AS lat
FROM hit h
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(h.geom) AS centre OFFSET 0) p
LEFT JOIN region c ON c.id = h.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
ORDER BY h.code
