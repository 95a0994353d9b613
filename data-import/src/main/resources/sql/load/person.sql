-- Persons as facts.
-- in: stage (people), thing
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.name, s.sex, s.birth_date, s.document_type, s.document_number,
       s.nationality, s.ethnicity, s.phone, s.registered_address, s.registered_region_code, s.registration_book,
       s.residence_permit, s.permit_until
FROM stage s
JOIN thing t USING (line)
