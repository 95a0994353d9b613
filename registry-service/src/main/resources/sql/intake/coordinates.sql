-- purpose: what is said and was found of the coordinates of an import
-- in: id bigint
-- out: crs?, control? (JSON), shift?, coordinates? (JSON)
-- plan: point
SELECT j.crs, CAST(j.control AS text) AS control, j.shift, CAST(j.coordinates AS text) AS coordinates
FROM access.import_job j WHERE j.id = CAST(:id AS bigint)
