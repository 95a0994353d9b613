-- purpose: how files of a source were read is followed no more; no row where nothing was in force
-- in: source text, kind text
-- out: version
-- plan: point
UPDATE access.import_profile p
SET ended_at = now()
WHERE p.source = CAST(:source AS text) AND p.kind = CAST(:kind AS text) AND p.ended_at IS NULL
RETURNING p.version
