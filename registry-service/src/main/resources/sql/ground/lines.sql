-- purpose: what grids should end at in communities on a day: roads, rails, water, walls of compounds
-- in: communities bigint[], asOf date
-- out: kind (ROAD, WATER, COMPOUND), id, class? (of a road), name?, geom (WKB, EPSG:4490, of roads and water the part inside)
-- plan: window
SELECT 'ROAD' AS kind, x.id, x.class, x.name, ST_AsBinary(ST_CollectionExtract(ST_Intersection(x.geom, r.geom), 2)) AS geom
FROM region r
JOIN road x ON x.geom && r.geom AND ST_Intersects(x.geom, r.geom) AND upper_inf(x.recorded) AND x.valid @> CAST(:asOf AS date)
WHERE r.id = ANY (CAST(:communities AS bigint[])) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
UNION ALL
SELECT 'WATER', x.id, NULL, x.name,
       ST_AsBinary(ST_CollectionExtract(ST_Intersection(CASE WHEN ST_Dimension(x.geom) = 2 THEN ST_Boundary(x.geom) ELSE x.geom END, r.geom), 2))
FROM region r
JOIN context_feature x ON x.geom && r.geom AND ST_Intersects(x.geom, r.geom) AND upper_inf(x.recorded) AND x.valid @> CAST(:asOf AS date)
WHERE r.id = ANY (CAST(:communities AS bigint[])) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  AND x.theme = 'WATER' AND ST_Dimension(x.geom) > 0
UNION ALL
SELECT 'COMPOUND', e.id, NULL, e.name, ST_AsBinary(e.geom)
FROM region r
JOIN estate e ON e.geom && r.geom AND e.community_id = r.id AND upper_inf(e.recorded) AND e.valid @> CAST(:asOf AS date)
WHERE r.id = ANY (CAST(:communities AS bigint[])) AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
