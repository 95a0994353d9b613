-- purpose: whether a region is, or holds, a community that is not among some
-- in: region bigint, communities bigint[], today date
-- out: outside
-- plan: window
WITH RECURSIVE inside AS (
  SELECT x.id, x.level FROM region x WHERE x.id = CAST(:region AS bigint) AND upper_inf(x.recorded) AND x.since <= CAST(:today AS date) AND x.until > CAST(:today AS date)
  UNION
  SELECT x.id, x.level FROM inside i JOIN region x ON x.parent_id = i.id AND upper_inf(x.recorded) AND x.since <= CAST(:today AS date) AND x.until > CAST(:today AS date)
)
SELECT NOT EXISTS (SELECT FROM inside WHERE level = 'COMMUNITY')
       OR EXISTS (SELECT FROM inside i WHERE i.level = 'COMMUNITY' AND i.id <> ALL (CAST(:communities AS bigint[]))) AS outside
