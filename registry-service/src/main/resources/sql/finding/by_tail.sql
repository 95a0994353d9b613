-- purpose: persons whose document number ends so, by the keyed hash of its last four characters
-- in: documentTail bytea, name text?, birthDate date?, asOf date, most int
-- out: id, name, sex, birth_date, document_type, document_number
-- plan: point
SELECT p.id, p.name, p.sex, p.birth_date, p.document_type, CAST(p.document_number AS text) AS document_number
FROM person p
WHERE p.document_tail = CAST(:documentTail AS bytea) AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
  AND (CAST(:name AS text) IS NULL OR p.name = CAST(:name AS text))
  AND (CAST(:birthDate AS date) IS NULL OR p.birth_date = CAST(:birthDate AS date))
ORDER BY p.id
LIMIT CAST(:most AS int)
