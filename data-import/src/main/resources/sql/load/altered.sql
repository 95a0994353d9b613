-- Communities with buildings that a change ended, or put to another use, from a day on: by the community they were in.
-- A use that was not known before is not another one.
-- in: change id, twice; day, eight times
-- out: code, name (empty: outside every community), figure: such buildings, of_all: buildings that stood there on the day
-- plan: scan
WITH spoken AS MATERIALIZED (
  SELECT b.community_id, NOT coalesce((
    SELECT range_agg(n.valid) @> b.valid * daterange(CAST(? AS date), NULL)
    FROM register.building n
    WHERE n.id = b.id AND upper_inf(n.recorded) AND n.until > CAST(? AS date)
      AND n.status = 'STANDING' AND (n.use = b.use OR b.use = 'UNKNOWN')), false) AS altered
  FROM register.building b
  WHERE b.closed_by = ? AND b.status = 'STANDING' AND b.valid @> CAST(? AS date)
), touched AS (
  SELECT s.community_id, count(*) AS spoken, count(*) FILTER (WHERE s.altered) AS altered
  FROM spoken s GROUP BY s.community_id
  HAVING count(*) FILTER (WHERE s.altered) > 0
)
SELECT coalesce(c.code, '') AS code, coalesce(c.name, '') AS name, t.altered AS figure, t.spoken + other.buildings AS of_all
FROM touched t
CROSS JOIN LATERAL ( -- those that were not spoken of
  SELECT count(*) AS buildings FROM register.building b
  WHERE b.community_id = t.community_id AND upper_inf(b.recorded) AND b.opened_by <> ? AND b.status = 'STANDING'
    AND b.since <= CAST(? AS date) AND b.until > CAST(? AS date)
) other
LEFT JOIN register.region c ON c.id = t.community_id AND upper_inf(c.recorded)
  AND c.since <= CAST(? AS date) AND c.until > CAST(? AS date)
ORDER BY 1, t.community_id
