-- Addresses that name an estate this change brought, and had no estate yet; of the same community first.
-- in: change id
-- out: -
-- plan: scan
UPDATE register.address a SET estate_id = found.id
FROM (
  SELECT DISTINCT ON (a2.version) a2.version, e.id
  FROM register.estate e
  JOIN register.address a2 ON a2.estate = e.name AND a2.estate_id IS NULL AND upper_inf(a2.recorded)
  WHERE e.opened_by = ? AND upper_inf(e.recorded)
  ORDER BY a2.version, (e.community_id = a2.community_id) DESC NULLS LAST, e.id
) found
WHERE found.version = a.version
