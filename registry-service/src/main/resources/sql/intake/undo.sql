-- purpose: a written import is to be taken back; no row where it is not, or not any more
-- in: id bigint, why text
-- out: id
-- plan: point
UPDATE access.import_job j SET state = 'UNDOING', since = now(), undo_why = CAST(:why AS text), problem_code = NULL, problem = NULL
WHERE j.id = CAST(:id AS bigint) AND j.state = 'APPLIED' AND j.change_id IS NOT NULL
RETURNING j.id
