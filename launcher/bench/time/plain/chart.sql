-- purpose: all units of a building, over the schema plain, which knows one state of the world and no time
SELECT u.id, o.state, o.basis, coalesce(o.contradiction, false) AS contradiction, o.hint,
       e.id AS evidence_id, e.kind AS evidence_kind, e.seen_on,
       coalesce(e.seen_by, c.source) AS evidence_source, e.finding,
       CASE WHEN e.seen_on < CAST(:asOf AS date) - make_interval(months => (SELECT value::int FROM setting WHERE name = 'evidence.stale_months')) THEN 'STALE'
            WHEN e.seen_on < CAST(:asOf AS date) - make_interval(months => (SELECT value::int FROM setting WHERE name = 'evidence.ageing_months')) THEN 'AGEING'
            WHEN e.id IS NOT NULL THEN 'FRESH' END AS age,
       n.id AS entrance_id, n.name AS entrance_name, a.text AS address, u.floor, u.room, u.use, u.area_m2,
       CASE WHEN (SELECT access.sees_people(CAST(:id AS bigint))) THEN
         (SELECT count(DISTINCT r.person_id) FROM residence r
          WHERE r.unit_id = u.id) END AS people
FROM unit u
LEFT JOIN unit_occupancy o ON o.unit_id = u.id
LEFT JOIN entrance n ON n.id = u.entrance_id
LEFT JOIN address a ON a.id = u.address_id
LEFT JOIN evidence e ON e.id = o.evidence_id
LEFT JOIN change c ON c.id = e.opened_by
WHERE u.building_id = CAST(:id AS bigint)
ORDER BY coalesce(n.ordinal, 0), n.id, u.floor DESC, length(u.room), u.room COLLATE "C", u.id
