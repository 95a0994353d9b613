-- purpose: the visit a photo is of
-- in: id bigint
-- out: evidence_id, removed, erased
-- plan: point
SELECT p.evidence_id, p.removed_at IS NOT NULL AS removed, p.erased_at IS NOT NULL AS erased FROM visit_photo p WHERE p.id = CAST(:id AS bigint)
