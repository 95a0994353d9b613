-- purpose: the end of the chain: its last link, or the anchor where none is left, or 0
-- in: nothing
-- out: chain (text), number, mac?
-- plan: point
SELECT c.id::text AS chain, coalesce(l.number, a.number, 0) AS number, encode(coalesce(l.mac, a.mac), 'hex') AS mac
FROM access.event_chain c
LEFT JOIN (SELECT number, mac FROM access.event_link ORDER BY number DESC LIMIT 1) l ON true
LEFT JOIN (SELECT number, mac FROM access.event_anchor ORDER BY number DESC LIMIT 1) a ON true
