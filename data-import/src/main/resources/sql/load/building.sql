-- Staged buildings as facts.
-- in: stage, thing, placed, ref_address
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.name, s.use, s.status, s.structure, s.floors, s.floors_below,
       s.height_m, s.year_built, a.id AS address_id, c.community_id, s.geom AS footprint
FROM stage s
JOIN thing t USING (line)
LEFT JOIN placed c USING (line)
LEFT JOIN ref_address a ON a.key = s.address
