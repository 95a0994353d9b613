-- purpose: the whole chain in its order, each link with its entry where that is still there
-- in: nothing
-- out: number, event_id, key, mac, id?, at_micros?, who?, account_id?, address?, what?, target?, why?, detail?
-- plan: scan
SELECT l.number, l.event_id, l.key, encode(l.mac, 'hex') AS mac, e.id, (extract(epoch FROM e.at) * 1000000)::bigint AS at_micros, e.who, e.account_id,
       e.address, e.what, e.target, e.why, e.detail::text AS detail
FROM access.event_link l LEFT JOIN access.event e ON e.id = l.event_id
ORDER BY l.number
