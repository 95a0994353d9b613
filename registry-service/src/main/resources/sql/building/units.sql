-- purpose: all units of a building on a day, those without occupancy too, from top to bottom and left to right
-- in: id bigint, asOf date
-- out: id, state, basis, contradiction, hint, evidence_id, evidence_kind, seen_on, evidence_source, finding, age, entrance_id, entrance_name, address, floor, room, use, area_m2, people (null where names are not seen)
-- plan: point
-- occupancy of: SELECT CAST(:id AS bigint)
SELECT u.id, o.state, o.basis, coalesce(o.contradiction, false) AS contradiction, o.hint,
       e.id AS evidence_id, e.kind AS evidence_kind, e.seen_on,
       coalesce(e.seen_by, c.source) AS evidence_source, e.finding,
       CASE WHEN e.seen_on < CAST(:asOf AS date) - make_interval(months => (SELECT value::int FROM setting WHERE name = 'evidence.stale_months')) THEN 'STALE'
            WHEN e.seen_on < CAST(:asOf AS date) - make_interval(months => (SELECT value::int FROM setting WHERE name = 'evidence.ageing_months')) THEN 'AGEING'
            WHEN e.id IS NOT NULL THEN 'FRESH' END AS age,
       n.id AS entrance_id, n.name AS entrance_name, a.text AS address, u.floor, u.room, u.use, u.area_m2,
       CASE WHEN (SELECT access.sees_people(CAST(:id AS bigint))) THEN
         (SELECT count(DISTINCT r.person_id) FROM residence r
          WHERE r.unit_id = u.id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)) END AS people
FROM unit u
LEFT JOIN unit_occupancy o ON o.unit_id = u.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
LEFT JOIN entrance n ON n.id = u.entrance_id AND upper_inf(n.recorded) AND n.since <= CAST(:asOf AS date) AND n.until > CAST(:asOf AS date)
LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
LEFT JOIN evidence e ON e.id = o.evidence_id AND upper_inf(e.recorded)
LEFT JOIN change c ON c.id = e.opened_by
WHERE u.building_id = CAST(:id AS bigint) AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
ORDER BY coalesce(n.ordinal, 0), n.id, u.floor DESC, length(u.room), u.room COLLATE "C", u.id
