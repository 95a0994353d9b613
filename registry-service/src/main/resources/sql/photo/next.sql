-- purpose: number of a photo that is going to be added
-- in: nothing
-- out: id
-- plan: point
SELECT nextval('identity.id_seq') AS id
