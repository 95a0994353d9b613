-- purpose: requests for erasure of people the reader sees, the newest first
-- in: person bigint? (whose), open boolean (those alone that wait), before bigint (number of a request), limit int
-- out: id, person_id, basis, why, asker (account), asked_by, asked_at, decision?, decided_by?, decided_at?, answer?, others bigint[], name (in full)
-- plan: window
SELECT e.id, e.person_id, e.basis, e.why, e.asked_by AS asker, a.display_name AS asked_by, e.asked_at, e.decision,
       d.display_name AS decided_by, e.decided_at, e.answer, array_remove(access.same_human(e.person_id), e.person_id) AS others,
       coalesce((SELECT p.name FROM person p WHERE p.id = e.person_id AND upper_inf(p.recorded) ORDER BY lower(p.valid) DESC LIMIT 1),
                (SELECT p.name FROM person p WHERE p.id = e.person_id AND NOT upper_inf(p.recorded)
                 ORDER BY upper(p.recorded) DESC, lower(p.valid) DESC LIMIT 1)) AS name
FROM access.erasure e
JOIN access.account a ON a.id = e.asked_by
LEFT JOIN access.account d ON d.id = e.decided_by
WHERE e.id < CAST(:before AS bigint)
  AND (CAST(:person AS bigint) IS NULL OR e.person_id = CAST(:person AS bigint))
  AND (e.decision IS NULL OR NOT CAST(:open AS boolean))
ORDER BY e.id DESC
LIMIT CAST(:limit AS int)
