-- purpose: the next revision of a draft's document; no row where it is no draft or another revision by now
-- in: id bigint, revision int, document text (JSON), name text? (null: as it is)
-- out: revision
-- plan: point
UPDATE plan.grid_plan p
SET revision = p.revision + 1, document = CAST(CAST(:document AS text) AS jsonb), name = coalesce(CAST(:name AS text), p.name),
    saved_by = access.current_account(), saved_at = clock_timestamp()
WHERE p.id = CAST(:id AS bigint) AND p.revision = CAST(:revision AS int) AND p.state = 'DRAFT'
RETURNING p.revision
