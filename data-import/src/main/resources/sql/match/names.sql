-- Names of divisions, roads and estates in force, with their former names and aliases: those that could mean two things, or are in
-- force for another, mean neither.
-- in: -
-- out: component, name, otherwise
-- plan: scan
WITH version AS (
  SELECT r.level AS component, r.id, r.name, CAST('{}' AS text[]) AS aliases, r.valid
  FROM register.region r WHERE upper_inf(r.recorded)
  UNION ALL
  SELECT 'ROAD', r.id, r.name, '{}', r.valid FROM register.road r WHERE upper_inf(r.recorded) AND r.name IS NOT NULL
  UNION ALL
  SELECT 'ESTATE', e.id, e.name, e.aliases, e.valid FROM register.estate e WHERE upper_inf(e.recorded)
), latest AS (
  SELECT DISTINCT ON (component, id) component, id, name FROM version ORDER BY component, id, lower(valid) DESC
), in_force AS (
  SELECT component, name FROM latest
  UNION SELECT 'PROVINCE', province FROM register.address WHERE upper_inf(recorded) AND province IS NOT NULL
  UNION SELECT 'CITY', city FROM register.address WHERE upper_inf(recorded) AND city IS NOT NULL
  UNION SELECT 'DISTRICT', district FROM register.address WHERE upper_inf(recorded) AND district IS NOT NULL
  UNION SELECT 'STREET', street FROM register.address WHERE upper_inf(recorded) AND street IS NOT NULL
  UNION SELECT 'COMMUNITY', community FROM register.address WHERE upper_inf(recorded) AND community IS NOT NULL
  UNION SELECT 'ROAD', road FROM register.address WHERE upper_inf(recorded) AND upper_inf(valid) AND road IS NOT NULL
  UNION SELECT 'ESTATE', estate FROM register.address WHERE upper_inf(recorded) AND upper_inf(valid) AND estate IS NOT NULL
), otherwise AS (
  SELECT v.component, l.name, w.word
  FROM version v
  JOIN latest l USING (component, id)
  CROSS JOIN LATERAL unnest(v.aliases || v.name) w (word)
  WHERE w.word <> l.name
), single AS (
  SELECT component, word, min(name) AS name FROM otherwise o
  WHERE NOT EXISTS (SELECT FROM in_force f WHERE f.component = o.component AND f.name = o.word)
  GROUP BY component, word HAVING min(name) = max(name)
)
SELECT f.component, f.name, coalesce(array_agg(s.word) FILTER (WHERE s.word IS NOT NULL), '{}') AS otherwise
FROM in_force f
LEFT JOIN single s USING (component, name)
GROUP BY f.component, f.name
ORDER BY f.component, f.name
