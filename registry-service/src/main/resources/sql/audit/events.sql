-- purpose: entries of the log before an id, the newest first
-- in: target text?, account text? (name), patterns text[]? (of what, for LIKE), from date?, to date? (both included), before bigint, limit int
-- out: id, number?, at, who, display_name?, address?, what, target, why?, detail
-- plan: point
SELECT e.id, l.number, e.at, e.who, a.display_name, e.address, e.what, e.target, e.why, e.detail::text AS detail
FROM access.event e
LEFT JOIN access.account a ON a.id = e.account_id
LEFT JOIN access.event_link l ON l.event_id = e.id
WHERE e.id < CAST(:before AS bigint)
  AND (CAST(:target AS text) IS NULL OR e.target = CAST(:target AS text))
  AND (CAST(:account AS text) IS NULL OR e.account_id = (SELECT x.id FROM access.account x WHERE x.name = CAST(:account AS text)))
  AND (CAST(:patterns AS text[]) IS NULL OR e.what LIKE ANY (CAST(:patterns AS text[])))
  AND (CAST(:from AS date) IS NULL OR e.at >= CAST(:from AS date)::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND (CAST(:to AS date) IS NULL OR e.at < (CAST(:to AS date) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
ORDER BY e.id DESC LIMIT CAST(:limit AS integer)
