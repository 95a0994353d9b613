-- purpose: an import is to be checked again with another reading of its coordinates; no row where it is not at rest, or its file is gone
-- in: id bigint, crs text?, control text? (JSON), shift text?
-- out: id
-- plan: point
UPDATE access.import_job j
SET state = 'CHECKING', since = now(), accepted = false, outcome = NULL, problem_code = NULL, problem = NULL, coordinates = NULL,
    crs = CAST(:crs AS text), control = CAST(CAST(:control AS text) AS jsonb), shift = CAST(:shift AS text)
WHERE j.id = CAST(:id AS bigint) AND j.kept AND j.state IN ('CHECKED', 'REFUSED')
RETURNING j.id
