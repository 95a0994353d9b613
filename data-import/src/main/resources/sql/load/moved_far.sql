-- Streets with buildings that a change put elsewhere on a day: by the street they were in.
-- in: change id, twice; day, six times
-- out: code, name (empty: outside every street), figure: median of the metres they moved by, of_all: buildings moved
-- plan: scan
WITH moved AS (
  SELECT c.parent_id, ST_DistanceSphere(b.inside_point, n.inside_point) AS metres
  FROM register.building b
  JOIN register.building n ON n.id = b.id AND n.opened_by = ? AND upper_inf(n.recorded)
    AND n.since <= CAST(? AS date) AND n.until > CAST(? AS date)
  LEFT JOIN register.region c ON c.id = b.community_id AND upper_inf(c.recorded)
    AND c.since <= CAST(? AS date) AND c.until > CAST(? AS date)
  WHERE b.closed_by = ? AND b.valid @> CAST(? AS date) AND NOT b.inside_point = n.inside_point
)
SELECT coalesce(s.code, '') AS code, coalesce(s.name, '') AS name,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY m.metres) AS figure, count(*) AS of_all
FROM moved m
LEFT JOIN register.region s ON s.id = m.parent_id AND upper_inf(s.recorded) AND s.valid @> CAST(? AS date)
GROUP BY m.parent_id, s.code, s.name
ORDER BY 1, m.parent_id
