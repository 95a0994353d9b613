-- purpose: persons with their main residence in a grid, over the schema plain, which knows one state of the world and no time
WITH living AS MATERIALIZED (
  SELECT r.person_id, min(u.id) AS unit_id, min(r.community_id) AS community_id
  FROM buildings_of_grid(CAST(:code AS text)) b
  JOIN unit u ON u.building_id = b.id
  JOIN residence r ON r.unit_id = u.id AND r.main
  WHERE r.person_id > CAST(:afterId AS bigint)
  GROUP BY r.person_id
), page AS MATERIALIZED (
  SELECT p.id, p.kind, p.missing, p.unit_id
  FROM (
    SELECT p.id, l.unit_id, person_missing(CAST(p AS person)) AS missing,
           person_kind(p.document_type, p.registered_region_code, c.code,
                      (SELECT value::int FROM setting WHERE name = 'person.same_area_digits'),
                      (SELECT value::int FROM setting WHERE name = 'person.same_city_digits')) AS kind
    FROM living l
    JOIN person p ON p.id = l.person_id
    LEFT JOIN region c ON c.id = l.community_id
  ) p
  WHERE (CAST(:kind AS text) IS NULL OR p.kind = CAST(:kind AS text))
    AND (NOT CAST(:incompleteOnly AS boolean) OR cardinality(p.missing) > 0)
  ORDER BY p.id
  LIMIT CAST(:limit AS int)
)
SELECT p.id, p.kind, p.missing, p.unit_id, a.text AS address
FROM page p
LEFT JOIN unit u ON u.id = p.unit_id
LEFT JOIN address a ON a.id = u.address_id
ORDER BY p.id
