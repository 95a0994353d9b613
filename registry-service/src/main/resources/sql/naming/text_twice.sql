-- purpose: other addresses that have the text a change gave an address, on one of its days
-- in: change bigint, from date
-- out: id
-- plan: window
SELECT o.id
FROM address x
JOIN address o ON o.text = x.text AND upper_inf(o.recorded) AND o.valid && x.valid AND o.id <> x.id AND o.opened_by <> x.opened_by
WHERE x.opened_by = CAST(:change AS bigint) AND upper_inf(x.recorded) AND lower(x.valid) >= CAST(:from AS date)
ORDER BY o.id
LIMIT 1
