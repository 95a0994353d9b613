-- purpose: units with an occupancy in an area on a day, a page of them in walking order
-- in: #within# (area), asOf date, states text[], bases text[] (empty: any), contradictionOnly boolean, afterBuilding bigint, afterOrdinal int, afterFloor int, afterRoom text, afterUnit bigint, limit int
-- out: id, state, basis, contradiction, hint, evidence_id, evidence_kind, seen_on, evidence_source, finding, age, building_id, building_name, lon, lat, entrance_id, entrance_name, ordinal, address, floor, room, use, area_m2
-- plan: window
-- occupancy of: SELECT b.id FROM #within# b
WITH page AS MATERIALIZED (
  SELECT u.id, o.state, o.basis, o.contradiction, o.hint, o.evidence_id,
         b.id AS building_id, b.name AS building_name, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat,
         n.id AS entrance_id, n.name AS entrance_name, coalesce(n.ordinal, 0) AS ordinal,
         u.address_id, u.floor, u.room, u.use, u.area_m2
  FROM #within# b
  JOIN unit_occupancy o ON o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
  JOIN unit u ON u.id = o.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  LEFT JOIN entrance n ON n.id = u.entrance_id AND upper_inf(n.recorded) AND n.since <= CAST(:asOf AS date) AND n.until > CAST(:asOf AS date)
  WHERE o.state = ANY (CAST(:states AS text[]))
    AND (o.basis = ANY (CAST(:bases AS text[])) OR cardinality(CAST(:bases AS text[])) = 0)
    AND (o.contradiction OR NOT CAST(:contradictionOnly AS boolean))
    AND b.id >= CAST(:afterBuilding AS bigint)
    AND (b.id, coalesce(n.ordinal, 0), u.floor, u.room COLLATE "C", u.id)
      > (CAST(:afterBuilding AS bigint), CAST(:afterOrdinal AS int), CAST(:afterFloor AS int),
         CAST(:afterRoom AS text) COLLATE "C", CAST(:afterUnit AS bigint))
  ORDER BY b.id, coalesce(n.ordinal, 0), u.floor, u.room COLLATE "C", u.id
  LIMIT CAST(:limit AS int)
)
SELECT p.id, p.state, p.basis, p.contradiction, p.hint,
       e.id AS evidence_id, e.kind AS evidence_kind, e.seen_on,
       coalesce(e.seen_by, c.source) AS evidence_source, e.finding,
       CASE WHEN e.seen_on < CAST(:asOf AS date) - make_interval(months => (SELECT value::int FROM setting WHERE name = 'evidence.stale_months')) THEN 'STALE'
            WHEN e.seen_on < CAST(:asOf AS date) - make_interval(months => (SELECT value::int FROM setting WHERE name = 'evidence.ageing_months')) THEN 'AGEING'
            WHEN e.id IS NOT NULL THEN 'FRESH' END AS age,
       p.building_id, p.building_name, p.lon, p.lat, p.entrance_id, p.entrance_name, p.ordinal,
       a.text AS address, p.floor, p.room, p.use, p.area_m2
FROM page p
LEFT JOIN address a ON a.id = p.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
LEFT JOIN evidence e ON e.id = p.evidence_id AND upper_inf(e.recorded)
LEFT JOIN change c ON c.id = e.opened_by
ORDER BY p.building_id, p.ordinal, p.floor, p.room COLLATE "C", p.id
