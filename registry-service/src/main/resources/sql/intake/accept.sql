-- purpose: notes a yes to what the check of an import found out of the ordinary
-- in: id bigint
-- out: id
-- plan: point
UPDATE access.import_job j SET accepted = true WHERE j.id = CAST(:id AS bigint) RETURNING j.id
