-- purpose: keeps what was found of the coordinates of an import
-- in: id bigint, found text (JSON)
-- out: id
-- plan: point
UPDATE access.import_job j SET coordinates = CAST(CAST(:found AS text) AS jsonb) WHERE j.id = CAST(:id AS bigint) RETURNING j.id
