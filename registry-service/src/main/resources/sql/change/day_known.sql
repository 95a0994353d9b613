-- purpose: the last day that was begun in the feed
-- in: nothing
-- out: day date?
-- plan: point
SELECT max((c.at AT TIME ZONE 'Asia/Shanghai')::date) AS day FROM change c WHERE c.kind = 'DAY'
