-- Addresses that share a name with some text, by any of their versions.
-- in: temp table rest_name
-- out: temp table held_name (name, id)
-- plan: scan
CREATE TEMP TABLE held_name ON COMMIT DROP AS
WITH wanted AS MATERIALIZED (SELECT DISTINCT name FROM rest_name)
SELECT w.name, a.id FROM wanted w JOIN register.address a ON a.road = w.name AND upper_inf(a.recorded)
UNION
SELECT w.name, a.id FROM wanted w JOIN register.address a ON a.estate = w.name AND upper_inf(a.recorded)
UNION
SELECT w.name, a.id FROM wanted w JOIN register.address a ON a.lane = w.name AND a.road IS NULL AND upper_inf(a.recorded)
UNION
SELECT w.name, a.id FROM wanted w JOIN register.address a ON a.community = w.name AND a.road IS NULL AND upper_inf(a.recorded)
