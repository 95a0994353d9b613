-- purpose: imports the service was at work on when it ended, the oldest first
-- in: nothing
-- out: id, state
-- plan: scan
SELECT j.id, j.state FROM access.import_job j WHERE j.state IN ('CHECKING', 'APPLYING', 'UNDOING') ORDER BY j.since, j.id
