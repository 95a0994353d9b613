-- purpose: addresses of a day in an area, for a file
-- in: asOf date, shape geometry (EPSG:4490; null: everywhere)
-- out: id, text, city, district, street, community, village_group, road, lane, door_number, estate, building, entrance, room, aliases, geom bytea (EPSG:4490)
-- plan: scan
SELECT t.id, t.text, t.city, t.district, t.street, t.community, t.village_group, t.road, t.lane, t.door_number, t.estate, t.building, t.entrance, t.room, array_to_string(t.aliases, ';') AS aliases, ST_AsBinary(t.geom) AS geom
FROM address t
WHERE upper_inf(t.recorded) AND t.since <= CAST(:asOf AS date) AND t.until > CAST(:asOf AS date)
  AND (CAST(:shape AS geometry) IS NULL
       OR (t.geom && CAST(:shape AS geometry) AND ST_Covers(CAST(:shape AS geometry), t.geom)))
ORDER BY t.id
