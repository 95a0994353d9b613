-- purpose: an import that waits for its file, to be read as its source was read before
-- in: account bigint, fileName text, kind text, source text, key text?, crs text?, layer text?, from date, why text
-- out: id
-- plan: point
INSERT INTO access.import_job (account_id, file_name, kind, source, key_column, crs, layer, valid_from, why, choice, profile)
SELECT CAST(:account AS bigint), CAST(:fileName AS text), CAST(:kind AS text), CAST(:source AS text), CAST(:key AS text),
       CAST(:crs AS text), CAST(:layer AS text), CAST(:from AS date), CAST(:why AS text), p.choice, p.version
FROM (VALUES (CAST(:source AS text), CAST(:kind AS text))) o (source, kind)
LEFT JOIN access.import_profile p ON p.source = o.source AND p.kind = o.kind AND p.ended_at IS NULL
RETURNING id
