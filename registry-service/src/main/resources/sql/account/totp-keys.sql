-- purpose: numbers of the keys that shared secrets are sealed with
-- in: nothing
-- out: key
-- plan: scan
SELECT DISTINCT ('x' || encode(substr(t.secret, 1, 4), 'hex'))::bit(32)::int AS key FROM access.totp t
