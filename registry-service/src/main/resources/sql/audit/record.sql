-- purpose: write an event into the log
-- in: who text, account bigint?, address text?, what text, target text, why text?, detail text (JSON)
-- out: nothing
-- plan: point
INSERT INTO access.event (who, account_id, address, what, target, why, detail)
VALUES (CAST(:who AS text), CAST(:account AS bigint), CAST(:address AS text), CAST(:what AS text),
        CAST(:target AS text), CAST(:why AS text), CAST(:detail AS jsonb))
