-- purpose: somebody chose how the file of an import is read: it is checked anew; no row where it is in another state by now
-- in: id bigint, from text, choice text (JSON)
-- out: id
-- plan: point
UPDATE access.import_job j
SET state = 'CHECKING', since = now(), choice = CAST(CAST(:choice AS text) AS jsonb), profile = NULL, accepted = false,
    outcome = NULL, problem_code = NULL, problem = NULL
WHERE j.id = CAST(:id AS bigint) AND j.state = CAST(:from AS text)
RETURNING j.id
