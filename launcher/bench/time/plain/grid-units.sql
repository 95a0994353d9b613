-- purpose: units with an occupancy in a grid, over the schema plain, which knows one state of the world and no time
WITH page AS MATERIALIZED (
  SELECT u.id, o.state, o.basis, o.contradiction, o.hint, o.evidence_id,
         b.id AS building_id, b.name AS building_name, ST_X(b.inside_point) AS lon, ST_Y(b.inside_point) AS lat,
         n.id AS entrance_id, n.name AS entrance_name, coalesce(n.ordinal, 0) AS ordinal,
         u.address_id, u.floor, u.room, u.use, u.area_m2
  FROM buildings_of_grid(CAST(:area AS text)) b
  JOIN unit_occupancy o ON o.building_id = b.id
  JOIN unit u ON u.id = o.unit_id
  LEFT JOIN entrance n ON n.id = u.entrance_id
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
LEFT JOIN address a ON a.id = p.address_id
LEFT JOIN evidence e ON e.id = p.evidence_id
LEFT JOIN change c ON c.id = e.opened_by
ORDER BY p.building_id, p.ordinal, p.floor, p.room COLLATE "C", p.id
