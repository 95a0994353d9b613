-- purpose: whether a demo account can sign in
-- in: nothing
-- out: demo
-- plan: point
SELECT EXISTS (SELECT 1 FROM access.account a WHERE a.demo AND a.disabled_at IS NULL) AS demo
