-- purpose: what a grid holds on a day: units by state and basis, households, people by kind, what is missing, who is registered here and lives elsewhere
-- in: code text, asOf date, countedOn date (people, households and who is registered here)
-- out: code, name, band_low, band_high, buildings, buildings_without_units, verified_vacant, occupied, unlinked, unvisited, own, rented, business, dormitory, contradictions, households, registered, separated, floating, overseas, unknown, people_incomplete, away, empty_books, cells, organisations
-- plan: window
-- occupancy of: SELECT id FROM building_here
WITH here AS (
  SELECT g.id, g.code, g.name, band.low AS band_low, band.high AS band_high
  FROM grid g
  LEFT JOIN region c ON c.id = g.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
  LEFT JOIN region s ON s.id = c.parent_id AND upper_inf(s.recorded) AND s.since <= CAST(:asOf AS date) AND s.until > CAST(:asOf AS date)
  LEFT JOIN LATERAL (
    SELECT h.low, h.high FROM household_band h
    WHERE h.setting = g.setting AND (h.district_id = s.parent_id OR h.district_id IS NULL)
    ORDER BY h.district_id NULLS LAST
    LIMIT 1
  ) band ON true
  WHERE g.code = CAST(:code AS text) AND upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)
), building_here AS MATERIALIZED (
  SELECT b.id FROM buildings_of_grid(CAST(:code AS text), CAST(:asOf AS date)) b
), unit_here AS MATERIALIZED (
  SELECT u.id, u.building_id
  FROM building_here b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
), state AS (
  SELECT count(*) FILTER (WHERE o.state = 'VERIFIED_VACANT') AS verified_vacant,
         count(*) FILTER (WHERE o.state = 'OCCUPIED') AS occupied,
         count(*) FILTER (WHERE o.state = 'UNLINKED') AS unlinked,
         count(*) FILTER (WHERE o.state = 'UNVISITED') AS unvisited,
         count(*) FILTER (WHERE o.basis = 'OWN') AS own,
         count(*) FILTER (WHERE o.basis = 'RENTED') AS rented,
         count(*) FILTER (WHERE o.basis = 'BUSINESS') AS business,
         count(*) FILTER (WHERE o.basis = 'DORMITORY') AS dormitory,
         count(*) FILTER (WHERE o.contradiction) AS contradictions
  FROM building_here b
  JOIN unit_occupancy o ON o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
), living AS MATERIALIZED (
  SELECT r.person_id, r.household_id, r.main, r.community_id
  FROM unit_here u
  JOIN residence r ON r.unit_id = u.id AND upper_inf(r.recorded) AND r.since <= CAST(:countedOn AS date) AND r.until > CAST(:countedOn AS date)
), community_here AS MATERIALIZED (
  SELECT c.id, c.code
  FROM (SELECT DISTINCT community_id FROM living WHERE main) l
  JOIN region c ON c.id = l.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:countedOn AS date) AND c.until > CAST(:countedOn AS date)
), person_here AS MATERIALIZED (
  SELECT person_kind(p.document_type, p.registered_region_code, c.code,
                      (SELECT value::int FROM setting WHERE name = 'person.same_area_digits'),
                      (SELECT value::int FROM setting WHERE name = 'person.same_city_digits')) AS kind,
         cardinality(person_missing(CAST(p AS person))) > 0 AS incomplete
  FROM (SELECT person_id, min(community_id) AS community_id FROM living WHERE main GROUP BY person_id) l
  JOIN person p ON p.id = l.person_id AND upper_inf(p.recorded) AND p.since <= CAST(:countedOn AS date) AND p.until > CAST(:countedOn AS date)
  LEFT JOIN community_here c ON c.id = l.community_id
), person_count AS (
  SELECT count(*) FILTER (WHERE kind = 'REGISTERED') AS registered,
         count(*) FILTER (WHERE kind = 'SEPARATED') AS separated,
         count(*) FILTER (WHERE kind = 'FLOATING') AS floating,
         count(*) FILTER (WHERE kind = 'OVERSEAS') AS overseas,
         count(*) FILTER (WHERE kind = 'UNKNOWN') AS unknown,
         count(*) FILTER (WHERE incomplete) AS people_incomplete
  FROM person_here
), book_here AS (
  SELECT count(*) AS people, count(*) FILTER (WHERE r.unit_id IS DISTINCT FROM u.id) AS away
  FROM unit_here u
  JOIN person p ON p.registered_unit_id = u.id AND upper_inf(p.recorded) AND p.since <= CAST(:countedOn AS date) AND p.until > CAST(:countedOn AS date)
  LEFT JOIN residence r ON r.person_id = p.id AND r.main AND upper_inf(r.recorded) AND r.since <= CAST(:countedOn AS date) AND r.until > CAST(:countedOn AS date)
  GROUP BY u.id, p.registration_book
), book_count AS (
  SELECT coalesce(sum(away), 0)::bigint AS away, count(*) FILTER (WHERE away = people) AS empty_books FROM book_here
)
SELECT here.code, here.name, here.band_low, here.band_high,
       (SELECT count(*) FROM building_here) AS buildings,
       (SELECT count(*) FROM building_here) - (SELECT count(DISTINCT building_id) FROM unit_here) AS buildings_without_units,
       state.*,
       (SELECT count(DISTINCT household_id) FROM living) AS households,
       person_count.*, book_count.*,
       (SELECT count(*) FROM cell c WHERE c.grid_id = here.id AND c.valid @> CAST(:asOf AS date)) AS cells,
       (SELECT count(*) FROM unit_here u
        JOIN organisation o ON o.unit_id = u.id AND upper_inf(o.recorded) AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)) AS organisations
FROM here CROSS JOIN state CROSS JOIN person_count CROSS JOIN book_count
