-- Every version of the addresses that share one of some names, those of one address together.
-- in: temp table held_name; day, names
-- out: id, stands: on the day, text, aliases, lon, lat, the components
-- plan: point
SELECT a.id, a.valid @> CAST(? AS date) AS stands, a.text, a.aliases, ST_X(a.geom) AS lon, ST_Y(a.geom) AS lat,
       a.province, a.city, a.district, a.street, a.community, a.village_group, a.road, a.section, a.lane, a.door_number,
       a.door_suffix, a.estate, a.phase, a.building, a.entrance, a.floor, a.room
FROM (SELECT DISTINCT id FROM held_name WHERE name = ANY (?) AND id > 0) h
JOIN register.address a ON a.id = h.id AND upper_inf(a.recorded)
ORDER BY a.id
