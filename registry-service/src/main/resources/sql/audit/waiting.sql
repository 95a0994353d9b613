-- purpose: committed entries that are not chained yet, the oldest first, as the chain takes them
-- in: limit int
-- out: id, at_micros, who, account_id, address, what, target, why, detail
-- plan: point
SELECT e.id, (extract(epoch FROM e.at) * 1000000)::bigint AS at_micros, e.who, e.account_id, e.address, e.what, e.target, e.why,
       e.detail::text AS detail
FROM access.event_waiting w JOIN access.event e ON e.id = w.event_id
ORDER BY w.event_id LIMIT CAST(:limit AS integer)
