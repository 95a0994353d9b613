-- purpose: where the chain begins
-- in: nothing
-- out: number, mac, key, seal (no row: at its first entry)
-- plan: point
SELECT number, encode(mac, 'hex') AS mac, key, encode(seal, 'hex') AS seal FROM access.event_anchor ORDER BY number DESC LIMIT 1
