-- purpose: what tells persons apart, in full (document number and phone sealed), and where they live or are registered on a day
-- in: ids bigint[], asOf date
-- out: id, name, sex, birth_date, document_type, document_number, phone, registered_address, home, units bigint[], buildings bigint[], addresses text[]
-- plan: point
SELECT p.id, p.name, p.sex, p.birth_date, p.document_type, CAST(p.document_number AS text) AS document_number, CAST(p.phone AS text) AS phone,
       p.registered_address, h.home,
       coalesce(h.units, '{}') AS units, coalesce(h.buildings, '{}') AS buildings,
       array_remove(coalesce(h.addresses, '{}') || p.registered_address, NULL) AS addresses
FROM person p
CROSS JOIN LATERAL (
  SELECT min(a.text) FILTER (WHERE k.main) AS home, array_agg(DISTINCT u.id) AS units,
         array_agg(DISTINCT u.building_id) AS buildings, array_remove(array_agg(DISTINCT a.text), NULL) AS addresses
  FROM (SELECT r.unit_id, r.main FROM residence r
        WHERE r.person_id = p.id AND upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)
        UNION ALL SELECT p.registered_unit_id, false WHERE p.registered_unit_id IS NOT NULL) k
  JOIN unit u ON u.id = k.unit_id AND upper_inf(u.recorded) AND u.since <= CAST(:asOf AS date) AND u.until > CAST(:asOf AS date)
  LEFT JOIN address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.since <= CAST(:asOf AS date) AND a.until > CAST(:asOf AS date)
) h
WHERE p.id = ANY (CAST(:ids AS bigint[])) AND upper_inf(p.recorded) AND p.since <= CAST(:asOf AS date) AND p.until > CAST(:asOf AS date)
ORDER BY p.id
