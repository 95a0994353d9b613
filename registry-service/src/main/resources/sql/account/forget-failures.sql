-- purpose: forget the failures of who has signed in
-- in: account text (digest of the name), origin text
-- out: nothing
-- plan: point
DELETE FROM access.sign_in_failure WHERE account = CAST(:account AS text) AND origin = CAST(:origin AS text)
