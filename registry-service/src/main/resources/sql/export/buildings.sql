-- purpose: standing buildings of an area on a day with their units by state, for a file
-- in: #within# (area), asOf date, states text[]
-- out: id, name, use, structure, floors, height_m, year_built, address, vacant, occupied, unlinked, unvisited, geom bytea (footprint, EPSG:4490)
-- plan: scan
-- occupancy of: SELECT b.id FROM #within# b
SELECT b.id, b.name, b.use, b.structure, b.floors, b.height_m, b.year_built, a.text AS address,
       s.vacant, s.occupied, s.unlinked, s.unvisited, ST_AsBinary(b.footprint) AS geom
FROM #within# b
LEFT JOIN address a ON a.id = b.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT') AS vacant,
         count(*) FILTER (WHERE o.state = 'OCCUPIED') AS occupied,
         count(*) FILTER (WHERE o.state = 'UNLINKED') AS unlinked,
         count(*) FILTER (WHERE o.state = 'UNVISITED') AS unvisited,
         bool_or(o.state = ANY (CAST(:states AS text[]))) AS asked
  FROM unit_occupancy o
  WHERE o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
) s
WHERE s.asked OR cardinality(CAST(:states AS text[])) = 4
ORDER BY b.id
