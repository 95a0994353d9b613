-- purpose: who has a region's or grid's code on a day, else who had it last before
-- in: code text, asOf date
-- out: kind, id, name, since, until, held boolean
-- plan: point
SELECT h.kind, h.id, h.name, lower(h.valid) AS since, upper(h.valid) AS until, h.valid @> CAST(:asOf AS date) AS held
FROM (
  SELECT 'region' AS kind, r.id, r.name, r.valid FROM region r WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded)
  UNION ALL
  SELECT 'grid', g.id, g.name, g.valid FROM grid g WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded)
) h
WHERE lower(h.valid) <= CAST(:asOf AS date)
ORDER BY lower(h.valid) DESC, h.id
LIMIT 1
