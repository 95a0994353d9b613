-- purpose: what a publication wrote of
-- in: change bigint
-- out: kind, id
-- plan: scan
SELECT 'GRID' AS kind, g.id FROM grid g WHERE g.opened_by = CAST(:change AS bigint)
UNION SELECT 'GRID', g.id FROM grid g WHERE g.closed_by = CAST(:change AS bigint)
UNION SELECT 'REGION', g.id FROM region g WHERE g.opened_by = CAST(:change AS bigint)
UNION SELECT 'REGION', g.id FROM region g WHERE g.closed_by = CAST(:change AS bigint)
UNION SELECT 'STAFF_POST', g.id FROM staff_post g WHERE g.opened_by = CAST(:change AS bigint)
UNION SELECT 'STAFF_POST', g.id FROM staff_post g WHERE g.closed_by = CAST(:change AS bigint)
UNION SELECT 'LINEAGE', g.id FROM lineage g WHERE g.opened_by = CAST(:change AS bigint)
ORDER BY kind, id
