-- purpose: other addresses that have the text a change gave an address anew, on one of its days
-- in: change bigint
-- out: id
-- plan: window
SELECT o.id
FROM address x
JOIN address o ON o.text = x.text AND upper_inf(o.recorded) AND o.valid && x.valid AND o.id <> x.id AND o.opened_by <> x.opened_by
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded)
  -- what had the text before, and shared it since its file came in, stops nobody
  AND NOT EXISTS (SELECT FROM address b WHERE b.id = x.id AND b.closed_by = x.opened_by AND b.text = x.text AND b.valid && o.valid)
ORDER BY o.id
LIMIT 1
