-- purpose: whether the grid with a code on a day lies in the account's areas of something (reach.what); no row where there is none
-- in: code text, asOf date, what text
-- out: reached boolean
-- plan: point
SELECT coalesce(g.community_id <@ r.ids OR g.id <@ r.ids, false) AS reached
FROM grid g
LEFT JOIN access.reach r ON r.account_id = access.current_account() AND r.what = CAST(:what AS text)
WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
