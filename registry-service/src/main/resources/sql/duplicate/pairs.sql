-- purpose: persons who may be one, among the next so many by id and all others of a higher id: of one document, or of one name and birth date; of each the first few, so that a number thousands have makes no millions of pairs
-- in: asOf date, fromId bigint, walk int, most int
-- out: until (last id looked at, null at the end), walked, id, other_id, same_document (id null where none is found)
-- plan: window
WITH walked AS MATERIALIZED (
  SELECT p.id, p.name, p.birth_date, p.document_hash
  FROM person p
  WHERE upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date) AND p.id >= CAST(:fromId AS bigint)
  ORDER BY p.id
  LIMIT CAST(:walk AS int)
), found AS (
  SELECT w.id, o.id AS other_id, true AS same_document
  FROM walked w
  CROSS JOIN LATERAL (
    SELECT p.id FROM person p
    WHERE upper_inf(p.recorded)
      AND p.document_hash = w.document_hash AND p.id > w.id AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
    ORDER BY p.document_hash, p.id LIMIT CAST(:most AS int)) o
  UNION ALL
  SELECT w.id, o.id, false
  FROM walked w
  CROSS JOIN LATERAL (
    SELECT p.id FROM person p
    WHERE upper_inf(p.recorded) AND p.birth_date IS NOT NULL
      AND p.name = w.name AND p.birth_date = w.birth_date AND p.id > w.id AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
    ORDER BY p.name, p.birth_date, p.id LIMIT CAST(:most AS int)) o
), pair AS (
  SELECT id, other_id, bool_or(same_document) AS same_document FROM found GROUP BY id, other_id
)
SELECT (SELECT max(id) FROM walked) AS until, (SELECT count(*) FROM walked) AS walked, p.id, p.other_id, p.same_document
FROM (SELECT 1) one
LEFT JOIN pair p ON true
ORDER BY p.id, p.other_id
