-- purpose: what the people of a request are called and known by, in all versions; locks them
-- in: request bigint
-- out: id, source, key, name, document_type, document_number, phone, residence_permit
-- plan: point
SELECT w.id, w.source, w.key, w.name, w.document_type, w.document_number, w.phone, w.residence_permit
FROM access.erasure_words(CAST(:request AS bigint)) w
