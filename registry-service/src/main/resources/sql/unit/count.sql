-- purpose: how many units an area has on a day, by state
-- in: #within# (area), asOf date, states text[], bases text[] (empty: any), contradictionOnly boolean
-- out: verified_vacant, occupied, unlinked, unvisited
-- plan: window
-- occupancy of: SELECT b.id FROM #within# b
SELECT count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT') AS verified_vacant,
       count(*) FILTER (WHERE o.state = 'OCCUPIED') AS occupied,
       count(*) FILTER (WHERE o.state = 'UNLINKED') AS unlinked,
       count(*) FILTER (WHERE o.state = 'UNVISITED') AS unvisited
FROM #within# b
JOIN unit_occupancy o ON o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
WHERE o.state = ANY (CAST(:states AS text[]))
  AND (o.basis = ANY (CAST(:bases AS text[])) OR cardinality(CAST(:bases AS text[])) = 0)
  AND (o.contradiction OR NOT CAST(:contradictionOnly AS boolean))
