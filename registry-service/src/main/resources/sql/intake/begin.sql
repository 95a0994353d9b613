-- purpose: an import that waits for its file
-- in: account bigint, fileName text, kind text, source text, key text?, crs text?, layer text?, from date, why text
-- out: id
-- plan: point
INSERT INTO access.import_job (account_id, file_name, kind, source, key_column, crs, layer, valid_from, why)
VALUES (CAST(:account AS bigint), CAST(:fileName AS text), CAST(:kind AS text), CAST(:source AS text), CAST(:key AS text),
        CAST(:crs AS text), CAST(:layer AS text), CAST(:from AS date), CAST(:why AS text))
RETURNING id
