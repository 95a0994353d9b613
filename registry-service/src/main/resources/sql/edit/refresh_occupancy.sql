-- purpose: derives the occupancy of the units this change wrote of anew
-- in: change bigint
-- out: periods (how many were written)
-- plan: window
SELECT occupancy_refresh(array_agg(t.unit_id)) AS periods FROM (
  SELECT id AS unit_id FROM unit WHERE opened_by = CAST(:change AS bigint)
  UNION SELECT id FROM unit WHERE closed_by = CAST(:change AS bigint)
  UNION SELECT unit_id FROM residence WHERE opened_by = CAST(:change AS bigint)
  UNION SELECT unit_id FROM residence WHERE closed_by = CAST(:change AS bigint)
  UNION SELECT unit_id FROM tenancy WHERE opened_by = CAST(:change AS bigint)
  UNION SELECT unit_id FROM tenancy WHERE closed_by = CAST(:change AS bigint)
  UNION SELECT unit_id FROM organisation WHERE opened_by = CAST(:change AS bigint) AND unit_id IS NOT NULL
  UNION SELECT unit_id FROM organisation WHERE closed_by = CAST(:change AS bigint) AND unit_id IS NOT NULL
  UNION SELECT unit_id FROM evidence WHERE opened_by = CAST(:change AS bigint)
  UNION SELECT unit_id FROM evidence WHERE closed_by = CAST(:change AS bigint)
) t
HAVING count(*) > 0
