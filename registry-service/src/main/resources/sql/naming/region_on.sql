-- purpose: what a region is called on a day, and until when it keeps name and code as far as is known
-- in: id bigint, from date
-- out: level, name, code, parent?, name_until?, code_until?
-- plan: point
SELECT r.level, r.name, r.code,
       (SELECT p.name FROM region p WHERE p.id = r.parent_id AND upper_inf(p.recorded) AND p.since <= CAST(:from AS date) AND p.until > CAST(:from AS date)) AS parent,
       coalesce((SELECT min(lower(n.valid)) FROM region n
                 WHERE n.id = r.id AND upper_inf(n.recorded) AND n.name <> r.name AND lower(n.valid) > CAST(:from AS date)),
                e.until) AS name_until,
       coalesce((SELECT min(lower(n.valid)) FROM region n
                 WHERE n.id = r.id AND upper_inf(n.recorded) AND n.code <> r.code AND lower(n.valid) > CAST(:from AS date)),
                e.until) AS code_until
FROM region r
CROSS JOIN LATERAL (
  SELECT CASE WHEN bool_or(upper_inf(n.valid)) THEN NULL ELSE max(upper(n.valid)) END AS until
  FROM region n WHERE n.id = r.id AND upper_inf(n.recorded)
) e
WHERE r.id = CAST(:id AS bigint) AND upper_inf(r.recorded) AND r.since <= CAST(:from AS date) AND r.until > CAST(:from AS date)
