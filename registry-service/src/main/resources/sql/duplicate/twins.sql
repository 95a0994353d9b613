-- purpose: persons who may be one with a given person: of that one's document, or of the same name and birth date
-- in: id bigint, asOf date, most int
-- out: id, same_document
-- plan: point
SELECT f.id, bool_or(f.same_document) AS same_document
FROM (
  SELECT o.id, true AS same_document
  FROM person w
  CROSS JOIN LATERAL (
    SELECT p.id FROM person p
    WHERE upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date) AND p.id <> w.id
      AND p.document_hash = w.document_hash
    LIMIT CAST(:most AS int)) o
  WHERE w.id = CAST(:id AS bigint) AND upper_inf(w.recorded) AND w.since <= CAST(:asOf AS date) AND w.until > CAST(:asOf AS date)
  UNION ALL
  SELECT o.id, false
  FROM person w
  CROSS JOIN LATERAL (
    SELECT p.id FROM person p
    WHERE upper_inf(p.recorded) AND p.birth_date IS NOT NULL AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date) AND p.id <> w.id
      AND p.name = w.name AND p.birth_date = w.birth_date
    LIMIT CAST(:most AS int)) o
  WHERE w.id = CAST(:id AS bigint) AND upper_inf(w.recorded) AND w.since <= CAST(:asOf AS date) AND w.until > CAST(:asOf AS date)
) f
GROUP BY f.id
ORDER BY f.id
