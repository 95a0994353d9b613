-- purpose: how much of people each account looked at on each day, against the medians of its own days and of its roles
-- in: from date, to date (both included), account text? (name; null: of everybody the most unusual), patterns text[] (of what, for LIKE), limit int
-- out: who, display_name, day, looks, records, own_median, role_median, unusual
-- plan: scan
WITH daily AS (
  SELECT e.account_id, (e.at AT TIME ZONE 'Asia/Shanghai')::date AS day, count(*) AS looks,
         sum(coalesce((e.detail ->> 'count')::bigint, 1))::bigint AS records
  FROM access.event e
  WHERE e.at >= CAST(:from AS date)::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND e.at < (CAST(:to AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND e.account_id IS NOT NULL AND e.what LIKE ANY (CAST(:patterns AS text[]))
  GROUP BY 1, 2
), own AS (
  SELECT account_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY records) AS median FROM daily GROUP BY account_id
), held AS (
  SELECT DISTINCT account_id, role_id FROM access.role_grant WHERE NOT isempty(days)
), of_role AS (
  SELECT h.role_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY d.records) AS median
  FROM daily d JOIN held h ON h.account_id = d.account_id GROUP BY h.role_id
), judged AS (
  SELECT d.account_id, d.day, d.looks, d.records, o.median AS own_median,
         coalesce((SELECT max(r.median) FROM held h JOIN of_role r ON r.role_id = h.role_id WHERE h.account_id = d.account_id), 0) AS role_median
  FROM daily d JOIN own o ON o.account_id = d.account_id
), told AS (
  SELECT j.*, j.records >= (SELECT value::numeric FROM setting WHERE name = 'audit.unusual_least')
         AND j.records > (SELECT value::numeric FROM setting WHERE name = 'audit.unusual_factor') * least(nullif(j.own_median, j.records), j.role_median) AS unusual
  FROM judged j
)
SELECT a.name AS who, a.display_name, t.day, t.looks, t.records, t.own_median, t.role_median, coalesce(t.unusual, false) AS unusual
FROM told t JOIN access.account a ON a.id = t.account_id
WHERE CAST(:account AS text) IS NULL OR a.name = CAST(:account AS text)
ORDER BY CASE WHEN CAST(:account AS text) IS NULL THEN NOT coalesce(t.unusual, false) END,
         CASE WHEN CAST(:account AS text) IS NULL THEN -t.records END, t.day, t.account_id
LIMIT CAST(:limit AS integer)
