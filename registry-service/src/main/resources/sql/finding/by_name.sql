-- purpose: persons of a name who were born on a day
-- in: name text, birthDate date, asOf date, most int
-- out: id, name, sex, birth_date, document_type, document_number
-- plan: point
SELECT p.id, p.name, p.sex, p.birth_date, p.document_type, CAST(p.document_number AS text) AS document_number
FROM person p
WHERE p.name = CAST(:name AS text) AND p.birth_date = CAST(:birthDate AS date) AND p.birth_date IS NOT NULL
  AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
ORDER BY p.id
LIMIT CAST(:most AS int)
