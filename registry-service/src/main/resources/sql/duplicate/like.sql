-- purpose: persons who may be the one described: of that document, or of that name and birth date
-- in: asOf date, documentHash bytea?, name text?, birthDate date?, most int
-- out: id, same_document
-- plan: point
SELECT f.id, bool_or(f.same_document) AS same_document
FROM (
  (SELECT p.id, true AS same_document FROM person p
   WHERE upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
     AND p.document_hash = CAST(:documentHash AS bytea)
   LIMIT CAST(:most AS int))
  UNION ALL
  (SELECT p.id, false FROM person p
   WHERE upper_inf(p.recorded) AND p.birth_date IS NOT NULL AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
     AND p.name = CAST(:name AS text) AND p.birth_date = CAST(:birthDate AS date)
   LIMIT CAST(:most AS int))
) f
GROUP BY f.id
ORDER BY f.id
