-- Staged addresses as facts. Road and estate by name: of the same source first, an estate of the same community before that.
-- in: stage, thing, placed; source, three times
-- out: temp table resolved
-- plan: scan
CREATE TEMP TABLE resolved ON COMMIT DROP AS
WITH named_road AS (
  SELECT DISTINCT ON (r.name) r.name, r.id
  FROM register.road r
  JOIN identity.road i ON i.id = r.id
  WHERE upper_inf(r.recorded) AND r.name IS NOT NULL
  ORDER BY r.name, i.source = ? DESC, r.id
), named_estate AS (
  SELECT e.name, e.community_id, e.id,
         row_number() OVER (PARTITION BY e.name, e.community_id ORDER BY i.source = ? DESC, e.id) AS rank_here,
         row_number() OVER (PARTITION BY e.name ORDER BY i.source = ? DESC, e.id) AS rank
  FROM register.estate e
  JOIN identity.estate i ON i.id = e.id
  WHERE upper_inf(e.recorded)
)
SELECT t.id, t.fresh, s.since, s.until, s.exact, s.text, coalesce(s.aliases, '{}') AS aliases,
       s.province, s.city, s.district, s.street, s.community, s.village_group, s.road, s.section, s.lane,
       s.door_number, s.door_suffix, s.estate, s.phase, s.building, s.entrance, s.floor, s.room,
       r.id AS road_id, coalesce(here.id, somewhere.id) AS estate_id, c.community_id, s.geom
FROM stage s
JOIN thing t USING (line)
LEFT JOIN placed c USING (line)
LEFT JOIN named_road r ON r.name = s.road
LEFT JOIN named_estate here ON here.name = s.estate AND here.community_id = c.community_id AND here.rank_here = 1
LEFT JOIN named_estate somewhere ON somewhere.name = s.estate AND somewhere.rank = 1
