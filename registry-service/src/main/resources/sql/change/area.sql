-- purpose: communities of a region, and its codes, as believed behind a change and not yet over on a day
-- in: region bigint, seq bigint, day date
-- out: communities bigint[] (in order), codes text[]
-- plan: window
WITH RECURSIVE standing AS MATERIALIZED (
  SELECT r.id, r.parent_id, r.level, r.code
  FROM region_around(CAST(:seq AS bigint), CAST(:day AS date), CAST(:day AS date)) r
  WHERE r.now
), below (id) AS (
  SELECT CAST(:region AS bigint)
  UNION
  SELECT s.id FROM below b JOIN standing s ON s.parent_id = b.id
)
SELECT coalesce((SELECT array_agg(DISTINCT s.id ORDER BY s.id) FROM below b JOIN standing s USING (id) WHERE s.level = 'COMMUNITY'), '{}') AS communities,
       coalesce((SELECT array_agg(DISTINCT s.code) FROM standing s WHERE s.id = CAST(:region AS bigint)), '{}') AS codes
