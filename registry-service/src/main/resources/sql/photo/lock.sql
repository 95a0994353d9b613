-- purpose: nobody else adds photos to a visit meanwhile
-- in: id bigint
-- out: id
-- plan: point
SELECT i.id FROM identity.evidence i WHERE i.id = CAST(:id AS bigint) FOR NO KEY UPDATE
