-- purpose: whether anybody may sign in at all
-- in: nothing
-- out: any
-- plan: point
SELECT EXISTS (SELECT FROM access.account) AS any
