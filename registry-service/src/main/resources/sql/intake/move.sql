-- purpose: an import goes from one state to another; no row where it is in another one by now
-- in: id bigint, from text[], to text, bytes bigint? (stays where null), outcome text? (JSON; stays where null), problemCode text?, problem text?
-- out: id
-- plan: point
UPDATE access.import_job j
SET state = CAST(:to AS text), since = now(), bytes = coalesce(CAST(:bytes AS bigint), j.bytes), kept = j.kept OR CAST(:bytes AS bigint) IS NOT NULL,
    outcome = coalesce(CAST(CAST(:outcome AS text) AS jsonb), j.outcome), problem_code = CAST(:problemCode AS text), problem = CAST(:problem AS text)
WHERE j.id = CAST(:id AS bigint) AND j.state = ANY (CAST(:from AS text[]))
RETURNING j.id
