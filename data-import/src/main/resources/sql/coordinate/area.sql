-- The area the register speaks of: of its regions, or where there are none of its buildings; no row, or nulls, where it is empty.
-- in: -
-- out: west, south, east, north (degrees of EPSG:4490)
-- plan: scan
SELECT ST_XMin(e) AS west, ST_YMin(e) AS south, ST_XMax(e) AS east, ST_YMax(e) AS north
FROM (SELECT coalesce(
        (SELECT ST_Extent(geom)::box3d FROM register.region WHERE upper_inf(recorded)),
        (SELECT ST_Extent(inside_point)::box3d
         FROM (SELECT inside_point FROM register.building WHERE upper_inf(recorded) LIMIT 20000) first_ones)) AS e) found
