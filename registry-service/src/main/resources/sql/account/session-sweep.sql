-- purpose: forget sessions that are over, failures older than two days and browsers not seen for a year; how many rows
-- in: now timestamptz
-- out: gone
-- plan: scan
WITH sessions AS (
  DELETE FROM access.session s
  WHERE s.seen_at < CAST(:now AS timestamptz) - (SELECT make_interval(mins => value::int) FROM setting WHERE name = 'session.idle_minutes')
     OR s.began_at < CAST(:now AS timestamptz) - (SELECT make_interval(hours => value::int) FROM setting WHERE name = 'session.longest_hours')
  RETURNING 1
), failures AS (
  DELETE FROM access.sign_in_failure f WHERE f.last_at < CAST(:now AS timestamptz) - interval '2 days' RETURNING 1
), browsers AS (
  DELETE FROM access.known_browser b WHERE b.seen_at < CAST(:now AS timestamptz) - interval '1 year' RETURNING 1
)
SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM failures) + (SELECT count(*) FROM browsers) AS gone
