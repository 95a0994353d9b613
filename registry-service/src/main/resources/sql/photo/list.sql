-- purpose: the photos of a visit, in the order they were added
-- in: evidence bigint
-- out: id, width, height, bytes, added_by, added_at, removed_at?, removed_by?, why?, erased
-- plan: point
SELECT p.id, p.width, p.height, p.bytes, a.display_name AS added_by, p.added_at, p.removed_at, r.display_name AS removed_by, p.why,
       p.erased_at IS NOT NULL AS erased
FROM visit_photo p
JOIN access.account a ON a.id = p.added_by
LEFT JOIN access.account r ON r.id = p.removed_by
WHERE p.evidence_id = CAST(:evidence AS bigint)
ORDER BY p.id
