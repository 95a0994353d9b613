-- The community that covers each place on its day; on a shared edge the smallest id.
-- in: place
-- out: temp table placed (line, community_id); no row for a place outside every community
-- plan: scan
CREATE TEMP TABLE placed ON COMMIT DROP AS
SELECT DISTINCT ON (p.line) p.line, r.id AS community_id
FROM place p
JOIN register.region r ON upper_inf(r.recorded) AND r.level = 'COMMUNITY' AND r.valid @> p.day
                      AND r.geom && p.point AND ST_Covers(r.geom, p.point)
ORDER BY p.line, r.id
