-- purpose: regions whose code begins with another on some days, the other among them
-- in: prefix text, from date, to date?
-- out: id
-- plan: window
SELECT DISTINCT r.id
FROM region r
WHERE r.code LIKE CAST(:prefix AS text) || '%' AND upper_inf(r.recorded)
  AND r.valid && daterange(CAST(:from AS date), CAST(:to AS date))
ORDER BY r.id
