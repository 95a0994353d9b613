-- purpose: a setting of the city
-- in: name text
-- out: value
-- plan: point
SELECT s.value FROM setting s WHERE s.name = CAST(:name AS text)
