-- purpose: people and households of an area on a day: where names are seen of all buildings, elsewhere of the cells that lie wholly in it
-- in: #within# (area), asOf date, countedOn date, sighted boolean, withOutline boolean
-- out: households, registered, separated, floating, overseas, unknown, cells, outline (GeoJSON, EPSG:4490; null where not asked for, or no cell)
-- plan: window
WITH counted AS MATERIALIZED (
  SELECT k.building_id, k.cell_id
  FROM counted_buildings(ARRAY(SELECT b.id FROM #within# b), CAST(:asOf AS date), CAST(:sighted AS boolean)) k
), living AS MATERIALIZED (
  SELECT r.person_id, r.household_id, r.main, r.community_id
  FROM counted k
  JOIN unit u ON u.building_id = k.building_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.since <= CAST(:countedOn AS date) AND r.until > CAST(:countedOn AS date)
), person_here AS MATERIALIZED (
  SELECT person_kind(p.document_type, p.registered_region_code, c.code,
                      (SELECT value::int FROM setting WHERE name = 'person.same_area_digits'),
                      (SELECT value::int FROM setting WHERE name = 'person.same_city_digits')) AS kind
  FROM (SELECT person_id, min(community_id) AS community_id FROM living WHERE main GROUP BY person_id) l
  JOIN person p ON p.id = l.person_id AND upper_inf(p.recorded) AND p.since <= CAST(:countedOn AS date) AND p.until > CAST(:countedOn AS date)
  LEFT JOIN region c ON c.id = l.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:countedOn AS date) AND c.until > CAST(:countedOn AS date)
), person_count AS (
  SELECT count(*) FILTER (WHERE kind = 'REGISTERED') AS registered,
         count(*) FILTER (WHERE kind = 'SEPARATED') AS separated,
         count(*) FILTER (WHERE kind = 'FLOATING') AS floating,
         count(*) FILTER (WHERE kind = 'OVERSEAS') AS overseas,
         count(*) FILTER (WHERE kind = 'UNKNOWN') AS unknown
  FROM person_here
)
SELECT (SELECT count(DISTINCT household_id) FROM living) AS households, person_count.*,
       (SELECT count(DISTINCT cell_id) FROM counted) AS cells,
       CASE WHEN CAST(:withOutline AS boolean) THEN (
         SELECT ST_AsGeoJSON(ST_Multi(ST_Union(h.hull)), 8, 0)
         FROM (SELECT ST_ConvexHull(ST_Collect(b.footprint)) AS hull
               FROM counted k
               JOIN building b ON b.id = k.building_id AND upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date)
               WHERE k.cell_id IS NOT NULL
               GROUP BY k.cell_id) h) END AS outline
FROM person_count
