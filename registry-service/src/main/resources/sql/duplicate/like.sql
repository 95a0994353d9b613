-- purpose: persons who may be the one described: of that document, or of that name and birth date
-- in: asOf date, documentType text?, documentNumber text?, name text?, birthDate date?, most int
-- out: id, same_document
-- plan: point
SELECT f.id, bool_or(f.same_document) AS same_document
FROM (
  (SELECT p.id, true AS same_document FROM person p
   WHERE upper_inf(p.recorded) AND p.document_number IS NOT NULL AND p.valid @> CAST(:asOf AS date)
     AND document_key(p.document_type, p.document_number) = document_key(CAST(:documentType AS text), CAST(:documentNumber AS text))
   LIMIT CAST(:most AS int))
  UNION ALL
  (SELECT p.id, false FROM person p
   WHERE upper_inf(p.recorded) AND p.birth_date IS NOT NULL AND p.valid @> CAST(:asOf AS date)
     AND p.name = CAST(:name AS text) AND p.birth_date = CAST(:birthDate AS date)
   LIMIT CAST(:most AS int))
) f
GROUP BY f.id
ORDER BY f.id
