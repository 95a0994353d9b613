-- purpose: the personal fields of a person on a day, in full: for one who asked for them with a reason, once that is logged
-- in: id bigint, asOf date
-- out: name, sex, birth_date, document_number, nationality, ethnicity, phone, registered_address, registration_book, residence_permit
-- plan: point
SELECT p.name, p.sex, p.birth_date, CAST(p.document_number AS text) AS document_number, p.nationality, p.ethnicity, CAST(p.phone AS text) AS phone, p.registered_address,
       p.registration_book, p.residence_permit
FROM person p
WHERE p.id = CAST(:id AS bigint) AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
