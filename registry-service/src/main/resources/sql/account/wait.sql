-- purpose: until when who failed so often has to wait
-- in: account text (digest of the name), origin text, free int, longest int (seconds)
-- out: until
-- plan: point
SELECT f.last_at + make_interval(secs => CASE WHEN f.count < CAST(:free AS int) THEN 0
  ELSE least(CAST(:longest AS int), power(2, least(f.count, 30) - CAST(:free AS int))) END) AS until
FROM access.sign_in_failure f
WHERE f.account = CAST(:account AS text) AND f.origin = CAST(:origin AS text)
