-- purpose: imports whose files go: nothing was done with them since an instant
-- in: before timestamptz
-- out: id
-- plan: scan
UPDATE access.import_job j SET kept = false
WHERE j.kept AND j.since < CAST(:before AS timestamptz) AND j.state NOT IN ('CHECKING', 'APPLYING', 'UNDOING')
RETURNING j.id
