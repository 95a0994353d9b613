-- purpose: addresses that name a region by its name on some days: those within it, and such without a point that name the region above too
-- in: region bigint, level text, name text, parent text?, from date, to date?
-- out: id
-- plan: window
WITH named AS (
  SELECT DISTINCT a.id
  FROM region r
  JOIN address a ON r.geom && a.geom AND ST_Covers(r.geom, a.geom)
  WHERE r.id = CAST(:region AS bigint) AND upper_inf(r.recorded) AND r.valid && daterange(CAST(:from AS date), CAST(:to AS date))
    AND upper_inf(a.recorded) AND a.valid && daterange(CAST(:from AS date), CAST(:to AS date))
    AND CASE CAST(:level AS text) WHEN 'CITY' THEN a.city WHEN 'DISTRICT' THEN a.district WHEN 'STREET' THEN a.street ELSE a.community END
        = CAST(:name AS text)
  UNION
  SELECT a.id
  FROM address a
  WHERE a.geom IS NULL AND upper_inf(a.recorded) AND a.valid && daterange(CAST(:from AS date), CAST(:to AS date))
    AND CASE CAST(:level AS text) WHEN 'CITY' THEN a.city WHEN 'DISTRICT' THEN a.district WHEN 'STREET' THEN a.street ELSE a.community END
        = CAST(:name AS text)
    AND (CAST(:level AS text) = 'CITY'
         OR CASE CAST(:level AS text) WHEN 'DISTRICT' THEN a.city WHEN 'STREET' THEN a.district ELSE a.street END = CAST(:parent AS text))
)
SELECT id FROM named ORDER BY id
