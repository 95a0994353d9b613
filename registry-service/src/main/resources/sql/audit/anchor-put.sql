-- purpose: anchor the chain where older entries are about to be removed
-- in: number bigint, mac text (hex), key int, seal text (hex)
-- out: nothing
-- plan: point
INSERT INTO access.event_anchor (number, mac, key, seal)
VALUES (CAST(:number AS bigint), decode(:mac, 'hex'), CAST(:key AS integer), decode(:seal, 'hex'))
