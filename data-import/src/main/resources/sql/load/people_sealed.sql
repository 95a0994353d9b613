-- Where sealed values are put once they are bound to whose they are.
-- in: -
-- out: temp table sealed
-- plan: scan
CREATE TEMP TABLE sealed (line bigint, document_number bytea, phone bytea, document_hash bytea, document_tail bytea) ON COMMIT DROP
