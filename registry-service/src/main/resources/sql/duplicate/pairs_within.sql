-- purpose: persons who may be one, of the next so many by id who live or are registered in an area, with all others; a pair of two of the area once
-- in: #within# (area), asOf date, fromId bigint, walk int, most int
-- out: until (last id looked at, null at the end), walked, id, other_id, same_document (id null where none is found)
-- plan: window
WITH unit_here AS MATERIALIZED (
  SELECT u.id
  FROM #within# b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
), person_here AS MATERIALIZED (
  SELECT r.person_id AS id
  FROM unit_here u
  JOIN residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  UNION
  SELECT p.id
  FROM unit_here u
  JOIN person p ON p.registered_unit_id = u.id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
), walked AS MATERIALIZED (
  SELECT p.id, p.name, p.birth_date, p.document_hash
  FROM (SELECT h.id FROM person_here h WHERE h.id >= CAST(:fromId AS bigint) ORDER BY h.id LIMIT CAST(:walk AS int)) h
  JOIN person p ON p.id = h.id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
), found AS (
  SELECT w.id, o.id AS other_id, true AS same_document
  FROM walked w
  CROSS JOIN LATERAL (
    SELECT p.id FROM person p
    WHERE upper_inf(p.recorded)
      AND p.document_hash = w.document_hash AND p.id <> w.id AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
    ORDER BY p.document_hash, p.id LIMIT CAST(:most AS int)) o
  UNION ALL
  SELECT w.id, o.id, false
  FROM walked w
  CROSS JOIN LATERAL (
    SELECT p.id FROM person p
    WHERE upper_inf(p.recorded) AND p.birth_date IS NOT NULL
      AND p.name = w.name AND p.birth_date = w.birth_date AND p.id <> w.id AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
    ORDER BY p.name, p.birth_date, p.id LIMIT CAST(:most AS int)) o
), pair AS (
  SELECT id, other_id, bool_or(same_document) AS same_document
  FROM found
  WHERE other_id > id OR other_id NOT IN (SELECT id FROM person_here)
  GROUP BY id, other_id
)
SELECT (SELECT max(id) FROM walked) AS until, (SELECT count(*) FROM walked) AS walked, p.id, p.other_id, p.same_document
FROM (SELECT 1) one
LEFT JOIN pair p ON true
ORDER BY p.id, p.other_id
