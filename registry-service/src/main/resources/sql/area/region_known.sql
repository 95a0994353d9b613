-- purpose: whether a region has this code on a day
-- in: code text, asOf date
-- out: known boolean
-- plan: point
SELECT EXISTS (
  SELECT 1 FROM region r
  WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
) AS known
