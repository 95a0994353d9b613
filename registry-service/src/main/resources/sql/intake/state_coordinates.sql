-- purpose: says how the coordinates of an import are to be read
-- in: id bigint, crs text?, control text? (JSON), shift text?
-- out: id
-- plan: point
UPDATE access.import_job j SET crs = CAST(:crs AS text), control = CAST(CAST(:control AS text) AS jsonb), shift = CAST(:shift AS text)
WHERE j.id = CAST(:id AS bigint)
RETURNING j.id
