-- purpose: how many photos of a visit nobody took out
-- in: evidence bigint
-- out: count
-- plan: point
SELECT count(*) AS count FROM visit_photo p WHERE p.evidence_id = CAST(:evidence AS bigint) AND p.removed_at IS NULL
