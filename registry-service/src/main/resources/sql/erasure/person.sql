-- purpose: whether somebody the reader sees was erased
-- in: id bigint
-- out: erased
-- plan: point
SELECT p.erased_at IS NOT NULL AS erased
FROM (SELECT x.erased_at FROM person x WHERE x.id = CAST(:id AS bigint) AND upper_inf(x.recorded)
      UNION ALL
      SELECT x.erased_at FROM person x WHERE x.id = CAST(:id AS bigint) AND NOT upper_inf(x.recorded)) p
LIMIT 1
