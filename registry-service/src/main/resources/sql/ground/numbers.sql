-- purpose: numbers grids of communities have or ever had, believed or not any more
-- in: codes text[] (of communities), except bigint? (change whose own are left out)
-- out: community text (code), number
-- plan: window
SELECT DISTINCT c AS community, g.number
FROM unnest(CAST(:codes AS text[])) c
JOIN grid g ON g.code BETWEEN c || '000' AND c || '999' AND g.opened_by IS DISTINCT FROM CAST(:except AS bigint)
