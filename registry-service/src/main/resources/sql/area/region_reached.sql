-- purpose: whether the region with a code on a day lies in the account's areas of something (reach.what), with every community below it; no row where there is none
-- in: code text, asOf date, what text
-- out: reached boolean
-- plan: window
WITH RECURSIVE below AS (
  SELECT r.id, r.level FROM region r
  WHERE r.code = CAST(:code AS text) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  UNION
  SELECT r.id, r.level FROM below b JOIN region r ON r.parent_id = b.id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
)
SELECT coalesce(bool_and(b.id <@ r.ids) FILTER (WHERE b.level = 'COMMUNITY'), false) AS reached
FROM below b
LEFT JOIN access.reach r ON r.account_id = access.current_account() AND r.what = CAST(:what AS text)
HAVING count(*) > 0
