-- purpose: one import
-- in: id bigint
-- out: id, account_id, name, who, made_at, file_name, bytes?, kept, kind, source, key_column?, crs?, layer?, valid_from, why, state, since, resumed, accepted, outcome? (JSON), problem_code?, problem?, change_id?, undone? (JSON), undo_id?, undo_why?, choice? (JSON), profile?
-- plan: point
SELECT j.id, j.account_id, a.name, a.display_name AS who, j.made_at, j.file_name, j.bytes, j.kept, j.kind, j.source, j.key_column, j.crs, j.layer, j.valid_from, j.why,
       j.state, j.since, j.resumed, j.accepted, CAST(j.outcome AS text) AS outcome, j.problem_code, j.problem, j.change_id, CAST(j.undone AS text) AS undone, j.undo_id, j.undo_why, CAST(j.choice AS text) AS choice, j.profile
FROM access.import_job j
JOIN access.account a ON a.id = j.account_id
WHERE j.id = CAST(:id AS bigint)
