-- purpose: official addresses of buildings on a day
-- in: ids bigint[] (buildings), asOf date
-- out: id, address?
-- plan: window
SELECT b.id, a.text AS address
FROM building b
LEFT JOIN address a ON a.id = b.address_id AND upper_inf(a.recorded) AND a.valid @> CAST(:asOf AS date)
WHERE b.id = ANY (CAST(:ids AS bigint[])) AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND least(b.until, date '5874897-12-31') > CAST(:asOf AS date)
ORDER BY b.id
