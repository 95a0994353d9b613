-- Sealed values of staged rows that are known to be somebody's now.
-- in: stage (people), thing
-- out: line, id, key, document_type, document_number, phone
-- plan: scan
SELECT t.line, t.id, s.key, s.document_type, CAST(s.document_number AS text) AS document_number, CAST(s.phone AS text) AS phone
FROM stage s
JOIN thing t USING (line)
WHERE s.document_number IS NOT NULL OR s.phone IS NOT NULL
