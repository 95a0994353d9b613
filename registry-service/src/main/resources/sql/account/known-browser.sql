-- purpose: whether a browser signed in to an account before
-- in: hash bytea, name text (folded)
-- out: known
-- plan: point
SELECT EXISTS (
  SELECT FROM access.known_browser b JOIN access.account a ON a.id = b.account_id
  WHERE b.hash = CAST(:hash AS bytea) AND a.name = CAST(:name AS text)) AS known
