-- purpose: what a change means to a reader of an area: rows to hold no more, rows to take in, things that left it
-- in: change bigint, seq bigint, dayBefore date, day date, areaBefore bigint[], area bigint[] (communities), altered bigint[] (communities in one of both), codesBefore text[], codes text[]
-- out: told (CLOSED, OPENED or LEFT), kind, number (of the version; of the thing that left)
-- plan: window
SELECT p.told, p.kind, p.number
FROM passage(CAST(:change AS bigint), CAST(:seq AS bigint), CAST(:dayBefore AS date), CAST(:day AS date),
             CAST(:areaBefore AS bigint[]), CAST(:area AS bigint[]), CAST(:altered AS bigint[]),
             CAST(:codesBefore AS text[]), CAST(:codes AS text[])) p
