-- purpose: what stands on a day for a region or grid: itself if it is there, else what replaced it, however often that was replaced in turn
-- in: id bigint, asOf date
-- out: kind, id, code, name
-- plan: point
WITH RECURSIVE heir (id) AS (
  SELECT CAST(:id AS bigint)
  UNION
  SELECT l.to_id
  FROM heir h
  JOIN lineage l ON l.from_id = h.id AND upper_inf(l.recorded) AND l.kind IN ('REGION', 'GRID') AND lower(l.valid) <= CAST(:asOf AS date)
)
SELECT 'region' AS kind, r.id, r.code, r.name
FROM heir h JOIN region r ON r.id = h.id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
UNION ALL
SELECT 'grid', g.id, g.code, g.name
FROM heir h JOIN grid g ON g.id = h.id AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
ORDER BY code
