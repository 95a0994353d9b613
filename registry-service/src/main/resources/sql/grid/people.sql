-- purpose: persons with their main residence in a grid on a day: kind and missing fields, nothing personal; a page of them by id
-- in: code text, asOf date, kind text?, incompleteOnly boolean, afterId bigint, limit int
-- out: id, kind, missing text[], unit_id, address
-- plan: window
WITH living AS MATERIALIZED (
  SELECT DISTINCT ON (r.person_id) r.person_id, u.id AS unit_id, u.address_id, r.community_id
  FROM buildings_of_grid(CAST(:code AS text), CAST(:asOf AS date)) b
  JOIN unit u ON u.building_id = b.id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  JOIN residence r ON r.unit_id = u.id AND r.main AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
  WHERE r.person_id > CAST(:afterId AS bigint)
  ORDER BY r.person_id, u.id
), community_here AS MATERIALIZED (
  SELECT c.id, c.code
  FROM (SELECT DISTINCT community_id FROM living) l
  JOIN region c ON c.id = l.community_id AND upper_inf(c.recorded) AND c.since <= CAST(:asOf AS date) AND c.until > CAST(:asOf AS date)
), page AS MATERIALIZED (
  SELECT p.id, p.kind, p.missing, p.unit_id, p.address_id
  FROM (
    SELECT p.id, l.unit_id, l.address_id, person_missing(CAST(p AS person)) AS missing,
           person_kind(p.document_type, p.registered_region_code, c.code,
                      (SELECT value::int FROM setting WHERE name = 'person.same_area_digits'),
                      (SELECT value::int FROM setting WHERE name = 'person.same_city_digits')) AS kind
    FROM (SELECT * FROM living ORDER BY person_id) l -- in the order of the page, so that persons behind it are not read
    JOIN person p ON p.id = l.person_id AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
    LEFT JOIN community_here c ON c.id = l.community_id
  ) p
  WHERE (CAST(:kind AS text) IS NULL OR p.kind = CAST(:kind AS text))
    AND (NOT CAST(:incompleteOnly AS boolean) OR cardinality(p.missing) > 0)
  ORDER BY p.id
  LIMIT CAST(:limit AS int)
)
SELECT p.id, p.kind, p.missing, p.unit_id, a.text AS address
FROM page p
LEFT JOIN address a ON a.id = p.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
ORDER BY p.id
