-- Staged addresses whose official text another address of the register has: a text is to be unique in the city.
-- in: stage, parameter: source
-- out: line, key, lon, lat, held
-- plan: scan
SELECT s.line, s.key, ST_X(s.geom) AS lon, ST_Y(s.geom) AS lat, min(a.id) AS held
FROM stage s
JOIN register.address a ON a.text = s.text AND upper_inf(a.recorded)
JOIN identity.address i ON i.id = a.id AND (i.source <> ? OR i.key <> s.key)
GROUP BY s.line, s.key, s.geom
ORDER BY s.line
