-- Staged regions as facts. The parent has the code's next shorter prefix: in this file, else in the register.
-- in: stage, thing
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.level, s.code, s.name, coalesce(f.id, r.id) AS parent_id, s.geom
FROM stage s
JOIN thing t USING (line)
CROSS JOIN LATERAL (
  SELECT left(s.code, CASE s.level WHEN 'COMMUNITY' THEN 9 WHEN 'STREET' THEN 6 WHEN 'DISTRICT' THEN 4 END) AS code
) p
LEFT JOIN LATERAL (
  SELECT min(ft.id) AS id FROM stage fs JOIN thing ft USING (line) WHERE fs.code = p.code
) f ON true
LEFT JOIN LATERAL (
  SELECT x.id FROM register.region x
  WHERE x.code = p.code AND upper_inf(x.recorded)
  ORDER BY x.valid @> s.since DESC, lower(x.valid) DESC, x.id LIMIT 1
) r ON true
