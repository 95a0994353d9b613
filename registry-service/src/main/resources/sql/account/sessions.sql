-- purpose: an account's sessions that are not over, the last used first
-- in: account bigint, now timestamptz
-- out: id, began_at, seen_at, address, agent
-- plan: point
SELECT s.id, s.began_at, s.seen_at, s.address, s.agent
FROM access.session s
WHERE s.account_id = CAST(:account AS bigint)
  AND s.seen_at >= CAST(:now AS timestamptz) - (SELECT make_interval(mins => value::int) FROM setting WHERE name = 'session.idle_minutes')
  AND s.began_at >= CAST(:now AS timestamptz) - (SELECT make_interval(hours => value::int) FROM setting WHERE name = 'session.longest_hours')
ORDER BY s.seen_at DESC, s.id DESC
