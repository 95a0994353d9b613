-- purpose: what register this is: name, last change, extent, sizes and settings
-- in: asOf date
-- out: name, change_id, change_at, west, south, east, north, buildings, grids, units, ageing_months, stale_months
-- plan: scan
SELECT (SELECT r.name FROM region r
        WHERE upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date) AND r.level IN ('CITY', 'DISTRICT')
        -- the one district of the register says more than the city around it
        ORDER BY (SELECT count(*) FROM region d
                  WHERE upper_inf(d.recorded) AND d.since <= CAST(:asOf AS date) AND d.until > CAST(:asOf AS date) AND d.level = 'DISTRICT') = 1
                 AND r.level = 'DISTRICT' DESC,
                 r.level, r.code
        LIMIT 1) AS name,
       c.id AS change_id, c.at AS change_at,
       ST_XMin(x.box) AS west, ST_YMin(x.box) AS south, ST_XMax(x.box) AS east, ST_YMax(x.box) AS north,
       (SELECT count(*) FROM building b
        WHERE upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date) AND b.status = 'STANDING') AS buildings,
       (SELECT count(*) FROM grid g WHERE upper_inf(g.recorded) AND g.since <= CAST(:asOf AS date) AND g.until > CAST(:asOf AS date)) AS grids,
       (SELECT count(*) FROM building b
        JOIN unit_occupancy o ON o.building_id = b.id AND o.since <= CAST(:asOf AS date) AND o.until > CAST(:asOf AS date)
        WHERE upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date) AND b.status = 'STANDING') AS units,
       (SELECT value::int FROM setting WHERE name = 'evidence.ageing_months') AS ageing_months,
       (SELECT value::int FROM setting WHERE name = 'evidence.stale_months') AS stale_months
FROM (
  SELECT coalesce(
    (SELECT ST_Extent(r.geom) FROM region r WHERE upper_inf(r.recorded) AND r.since <= CAST(:asOf AS date) AND r.until > CAST(:asOf AS date)),
    (SELECT ST_Extent(b.inside_point) FROM building b WHERE upper_inf(b.recorded) AND b.since <= CAST(:asOf AS date) AND b.until > CAST(:asOf AS date))) AS box
) x
LEFT JOIN (SELECT id, at FROM change WHERE kind <> 'DAY' ORDER BY id DESC LIMIT 1) c ON true
