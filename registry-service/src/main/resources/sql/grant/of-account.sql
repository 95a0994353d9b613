-- purpose: the grants of an account, the newest first
-- in: account bigint, today date
-- out: id, role, area, since, until, stand_in_for, granted_by, today
-- plan: point
SELECT g.id, r.label AS role, lower(g.days) AS since, upper(g.days) AS until, g.granted_by,
       g.days @> CAST(:today AS date) AS today,
       (SELECT a.display_name FROM access.account a WHERE a.id = g.stand_in_for) AS stand_in_for,
       CASE WHEN g.region_id IS NOT NULL THEN coalesce((
              SELECT x.name FROM region x WHERE x.id = g.region_id ORDER BY upper_inf(x.recorded) DESC, lower(x.valid) DESC LIMIT 1), '')
            WHEN g.grid_id IS NOT NULL THEN coalesce((
              SELECT x.name FROM grid x WHERE x.id = g.grid_id ORDER BY upper_inf(x.recorded) DESC, lower(x.valid) DESC LIMIT 1), '')
       END AS area
FROM access.role_grant g JOIN access.role r ON r.id = g.role_id
WHERE g.account_id = CAST(:account AS bigint) AND NOT isempty(g.days)
ORDER BY lower(g.days) DESC, g.id DESC
