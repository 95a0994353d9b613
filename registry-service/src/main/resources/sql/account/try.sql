-- purpose: count a try to sign in as failed until it is known better; nothing is counted where it comes too early
-- in: account text (digest of the name), origin text, now timestamptz, free int, longest int (seconds)
-- out: nothing
-- plan: point
INSERT INTO access.sign_in_failure AS f (account, origin, count, last_at)
VALUES (CAST(:account AS text), CAST(:origin AS text), 1, CAST(:now AS timestamptz))
ON CONFLICT ON CONSTRAINT sign_in_failure_pk DO UPDATE
SET count = CASE WHEN f.last_at < excluded.last_at - interval '1 day' THEN 1 ELSE f.count + 1 END, last_at = excluded.last_at
WHERE excluded.last_at >= f.last_at + make_interval(secs => CASE WHEN f.count < CAST(:free AS int) THEN 0
  ELSE least(CAST(:longest AS int), power(2, least(f.count, 30) - CAST(:free AS int))) END)
