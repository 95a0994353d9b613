-- The same of units without an address of their own, under their ids negated.
-- in: temp tables held_name, own; day, names
-- out: as batch
-- plan: point
SELECT o.place AS id, o.valid @> CAST(? AS date) AS stands, o.text, CAST('{}' AS text[]) AS aliases, ST_X(a.geom) AS lon,
       ST_Y(a.geom) AS lat, a.province, a.city, a.district, a.street, a.community, a.village_group, a.road, a.section, a.lane,
       a.door_number, a.door_suffix, a.estate, a.phase, a.building, coalesce(a.entrance, o.entrance) AS entrance, a.floor, o.room
FROM (SELECT DISTINCT id FROM held_name WHERE name = ANY (?) AND id < 0) h
JOIN own o ON o.place = h.id
JOIN register.address a ON a.version = o.version
ORDER BY o.place
