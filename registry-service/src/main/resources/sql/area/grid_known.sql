-- purpose: whether a grid has this code on a day
-- in: code text, asOf date
-- out: known boolean
-- plan: point
SELECT EXISTS (
  SELECT 1 FROM grid g
  WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
) AS known
