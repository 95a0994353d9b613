-- Document numbers and phones of people are kept sealed (decisions/11): AES-GCM or SM4-GCM by a key outside the database,
-- bound to whose they are. The same value of the same person comes to the same bytes, so versions are compared as ever.
-- Beside them keyed hashes, to find who has a document. The database has no key: rows of before become the bytes of their
-- text here, and are sealed by the program right after (PersonResealing); no sealed value begins with a character.

DROP INDEX register.person_document_key_ix;
DROP FUNCTION register.person_missing(register.person);

ALTER TABLE register.person
  ALTER document_number TYPE bytea USING convert_to(nullif(trim(document_number), ''), 'UTF8'),
  ALTER phone TYPE bytea USING convert_to(nullif(trim(phone), ''), 'UTF8'),
  ADD COLUMN document_hash bytea,
  ADD COLUMN document_tail bytea;
COMMENT ON COLUMN register.person.document_number IS 'Number of the document, sealed. Personal.';
COMMENT ON COLUMN register.person.phone IS 'Phone, sealed. Personal.';
COMMENT ON COLUMN register.person.document_hash IS 'Keyed hash of the kind and number of the document, in the one form by which two writings of it are the same.';
COMMENT ON COLUMN register.person.document_tail IS 'Keyed hash of the last four characters of the number.';
DROP FUNCTION register.document_key(text, text), register.folded_number(text), register.citizen_id_of_18(text);

CREATE INDEX person_document_hash_ix ON register.person (document_hash, id) WHERE upper_inf(recorded) AND document_hash IS NOT NULL;
CREATE INDEX person_document_tail_ix ON register.person (document_tail, id) WHERE upper_inf(recorded) AND document_tail IS NOT NULL;

CREATE FUNCTION register.person_missing(p register.person) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_remove(ARRAY[
  CASE WHEN trim((p).name) = '' THEN 'name' END,
  CASE WHEN (p).sex IS NULL THEN 'sex' END,
  CASE WHEN (p).birth_date IS NULL THEN 'birthDate' END,
  CASE WHEN (p).document_type IS NULL THEN 'documentType' END,
  CASE WHEN (p).document_number IS NULL THEN 'documentNumber' END,
  CASE WHEN (p).phone IS NULL THEN 'phone' END,
  CASE WHEN (p).registered_region_code IS NULL AND (p).nationality = 'CHN' THEN 'registeredRegionCode' END,
  CASE WHEN coalesce(trim((p).ethnicity), '') = '' AND (p).nationality = 'CHN' THEN 'ethnicity' END], NULL);
COMMENT ON FUNCTION register.person_missing(register.person) IS
  'Names of the required fields a person lacks: all need name, sex, birth date, document and phone; citizens also ethnicity and the region they are registered in.';
