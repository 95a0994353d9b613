-- purpose: notes that the service ended while it was at work on an import
-- in: id bigint
-- out: id
-- plan: point
UPDATE access.import_job j SET resumed = j.resumed + 1 WHERE j.id = CAST(:id AS bigint) RETURNING j.id
