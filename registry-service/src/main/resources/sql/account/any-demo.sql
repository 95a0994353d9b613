-- purpose: whether an account with a known password may be used
-- in: nothing
-- out: any
-- plan: point
SELECT EXISTS (SELECT FROM access.account a WHERE a.demo AND a.disabled_at IS NULL) AS any
