-- Who sees that a person is called something: names are in labels of persons, residences and households, which are
-- composed in the database. Other personal fields are masked by the service (decisions/11).
--
-- A label holds a masked name at the most. Former residents stand in a home's history by their masked names, though they
-- live where the account has no rights; so a name is looked up past the second wall, and comes out masked alone.

CREATE FUNCTION register.masked_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN length(name) > 1 THEN left(name, 1) || repeat('*', length(name) - 1) WHEN name <> '' THEN '*' END;
COMMENT ON FUNCTION register.masked_name(text) IS 'A name as it is shown until its full form is asked for: 张*; the service''s Mask says the same.';

ALTER TABLE access.reach DROP CONSTRAINT reach_what_known;
ALTER TABLE access.reach ADD CONSTRAINT reach_what_known CHECK (what IN ('READ', 'PLACE', 'PEOPLE', 'GRID', 'REGION', 'NAME'));
COMMENT ON COLUMN access.reach.what IS 'READ; or write: PLACE, PEOPLE, GRID (and posts), REGION (and roads); NAME: see what people are called.';

CREATE OR REPLACE FUNCTION access.follow_areas() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM access.reach r WHERE r.account_id = NEW.account_id;
  INSERT INTO access.reach (account_id, what, communities, grids)
  WITH may AS (
    SELECT DISTINCT h.role_id, h.whole_city, w.what,
           EXISTS (SELECT FROM access.role_permission i WHERE i.role_id = h.role_id AND i.permission = 'IMPORT') AS unplaced
    FROM access.account_role h
    JOIN access.role_permission p ON p.role_id = h.role_id
    JOIN (VALUES ('REGISTER_READ', 'READ'), ('PEOPLE_READ', 'READ'), ('PLACE_WRITE', 'PLACE'), ('PEOPLE_WRITE', 'PEOPLE'),
                 ('GRID_PLAN', 'GRID'), ('REGION_WRITE', 'REGION'), ('PEOPLE_READ', 'NAME')) w (permission, what) ON w.permission = p.permission
    WHERE h.account_id = NEW.account_id
      AND (w.what <> 'NAME' OR EXISTS (SELECT FROM access.role_field f WHERE f.role_id = h.role_id AND f.field = 'NAME'))
  ), place AS (
    SELECT m.what, int8range(NULL, NULL) AS community, NULL::int8range AS grid FROM may m WHERE m.whole_city
    UNION ALL
    SELECT m.what, int8range(0, 0, '[]'), NULL FROM may m WHERE m.unplaced
    UNION ALL
    SELECT m.what, int8range(c.community_id, c.community_id, '[]'), NULL
    FROM may m JOIN access.account_community c ON c.account_id = NEW.account_id AND c.role_id = m.role_id
    UNION ALL
    SELECT m.what, NULL, int8range(g.grid_id, g.grid_id, '[]')
    FROM may m JOIN access.account_grid g ON g.account_id = NEW.account_id AND g.role_id = m.role_id
  )
  SELECT NEW.account_id, p.what, coalesce(range_agg(p.community), '{}'), coalesce(range_agg(p.grid), '{}')
  FROM place p GROUP BY p.what;
  RETURN NULL;
END $$;
DELETE FROM access.account_area; -- worked out anew at the next request of each

-- A unit is looked at where it lies now; a person where it is seen with. What has no place counts as community 0.
CREATE FUNCTION access.sees_name(person bigint, unit bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH place AS (
    SELECT p.community_id, p.unit_id FROM register.person_place p
    WHERE unit IS NULL AND p.person_id = person AND p.until > access.today() AND p.since <= access.today()
    UNION ALL
    (SELECT l.community_id, l.unit_id FROM register.unit_building l
     WHERE l.unit_id = unit AND l.since <= access.today() ORDER BY l.since DESC LIMIT 1)
  ), known AS (
    SELECT p.community_id, p.unit_id FROM place p
    UNION ALL SELECT NULL, NULL WHERE NOT EXISTS (SELECT FROM place)
  )
  SELECT coalesce(bool_or(coalesce(k.community_id, 0) <@ r.communities OR NOT isempty(r.grids) AND
    (SELECT (SELECT g.grid_id FROM register.building_grid g
             WHERE g.building_id = l.building_id AND g.since <= access.today() ORDER BY g.since DESC LIMIT 1)
     FROM register.unit_building l WHERE l.unit_id = k.unit_id AND l.since <= access.today() ORDER BY l.since DESC LIMIT 1) <@ r.grids), false)
  FROM access.reach r CROSS JOIN known k
  WHERE r.account_id = access.current_account() AND r.what = 'NAME'
$$;
COMMENT ON FUNCTION access.sees_name(bigint, bigint) IS 'Whether the account may see what somebody is called, where the unit lies, or without one where the person is seen with.';

CREATE FUNCTION access.shown_name(person bigint, unit bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT register.masked_name(p.name) FROM register.person p
  WHERE p.id = person AND access.sees_name(person, unit)
  ORDER BY upper_inf(p.recorded) DESC, lower(p.valid) DESC LIMIT 1
$$;
COMMENT ON FUNCTION access.shown_name(bigint, bigint) IS 'The masked name somebody has or last had, of whoever lives or lived in the unit; null where the account may not see names there.';
