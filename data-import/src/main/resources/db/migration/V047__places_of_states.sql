-- The place of a unit's state lies beside it. Counts of states (card, tile, summary) asked a link for each unit where its
-- building lies, 1.3 µs each, and all units of a building asked the same: of a tile behind the wall that was half the time.
--
-- A place is as the links say it today, and until when: on a day from then on the link itself is asked, so nothing has to run
-- at midnight. Rows without placed_until (not placed yet, or of a building that is believed no more) ask the link as well.

ALTER TABLE register.unit_occupancy ADD COLUMN community_id bigint, ADD COLUMN grid_id bigint, ADD COLUMN placed_until date;
COMMENT ON COLUMN register.unit_occupancy.community_id IS 'Community of the building, from building_grid; 0: outside every community.';
COMMENT ON COLUMN register.unit_occupancy.grid_id IS 'Grid of the building, from building_grid; null: none.';
COMMENT ON COLUMN register.unit_occupancy.placed_until IS 'First day on which community and grid may be others; infinity: none known; null: ask building_grid.';

CREATE FUNCTION register.building_place(building bigint) RETURNS TABLE (community_id bigint, grid_id bigint, until date)
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT coalesce(l.community_id, 0), l.grid_id,
         coalesce((SELECT min(n.since) FROM register.building_grid n WHERE n.building_id = building AND n.since > access.today()), 'infinity')
  FROM register.building_grid l WHERE l.building_id = building AND l.since <= access.today()
  ORDER BY l.since DESC LIMIT 1
$$;
COMMENT ON FUNCTION register.building_place(bigint) IS 'Community (0: none) and grid of a building today, and the first day on which they may be others.';

-- as in V004, with the place
CREATE OR REPLACE FUNCTION register.occupancy_refresh(units bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  -- in statements of their own: what is derived below sees all that those wrote who held a unit or moved a building before
  PERFORM FROM identity.unit i WHERE i.id = ANY (units) ORDER BY i.id FOR NO KEY UPDATE;
  PERFORM FROM identity.building i WHERE i.id IN (SELECT u.building_id FROM register.unit u WHERE u.id = ANY (units) AND upper_inf(u.recorded))
  ORDER BY i.id FOR SHARE;
  DELETE FROM register.unit_occupancy o WHERE o.unit_id = ANY (units);
  INSERT INTO register.unit_occupancy (unit_id, building_id, valid, state, basis, evidence_id, contradiction, hint, community_id, grid_id, placed_until)
  WITH derived AS MATERIALIZED (
    SELECT * FROM register.occupancy_derive(units)
  ), place AS MATERIALIZED (
    SELECT b.building_id, p.* FROM (SELECT DISTINCT building_id FROM derived) b CROSS JOIN LATERAL register.building_place(b.building_id) p
  )
  SELECT d.unit_id, d.building_id, d.valid, d.state, d.basis, d.evidence_id, d.contradiction, d.hint, p.community_id, p.grid_id, p.until
  FROM derived d LEFT JOIN place p ON p.building_id = d.building_id;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;

-- Whoever writes the links of buildings: the places of states follow in the same statement.
CREATE FUNCTION register.place_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM register.unit_occupancy) THEN
    RETURN NULL; -- a first load
  END IF;
  -- nobody derives states of these from the places before
  PERFORM FROM identity.building i WHERE i.id IN (SELECT t.building_id FROM touched t) ORDER BY i.id FOR NO KEY UPDATE;
  UPDATE register.unit_occupancy o SET community_id = p.community_id, grid_id = p.grid_id, placed_until = p.until
  FROM (SELECT DISTINCT t.building_id FROM touched t) b LEFT JOIN LATERAL register.building_place(b.building_id) p ON true
  WHERE o.building_id = b.building_id
    AND (o.community_id, o.grid_id, o.placed_until) IS DISTINCT FROM (p.community_id, p.grid_id, p.until);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION register.place_states() IS 'Trigger: states lie where the links of their buildings say; without a link they ask it.';
CREATE TRIGGER building_grid_gone AFTER DELETE ON register.building_grid REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION register.place_states();
CREATE TRIGGER building_grid_come AFTER INSERT ON register.building_grid REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION register.place_states();
CREATE TRIGGER building_grid_other AFTER UPDATE ON register.building_grid REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION register.place_states();

UPDATE register.unit_occupancy o SET community_id = p.community_id, grid_id = p.grid_id, placed_until = p.until
FROM (SELECT DISTINCT building_id FROM register.building_grid) b CROSS JOIN LATERAL register.building_place(b.building_id) p
WHERE o.building_id = b.building_id;
DROP INDEX register.unit_occupancy_building_ix;
CREATE INDEX unit_occupancy_building_ix ON register.unit_occupancy (building_id, until, since, state) INCLUDE (placed_until, grid_id, community_id);
COMMENT ON INDEX register.unit_occupancy_building_ix IS 'States of a building on a day, behind the wall too, without the rows.';

-- as in V046, with the place of a state
CREATE OR REPLACE FUNCTION access.condition(kind text, what text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $p$
DECLARE
  own         CONSTANT text := format('FROM access.reach r WHERE r.account_id = access.current_account() AND r.what = %L)', what);
  held        CONSTANT text := '(SELECT ROW(r.ids, r.by_grid)::access.reached ' || own;
  once        CONSTANT text := ' FROM (SELECT ' || held || ' AS reach OFFSET 0) s)';
  ids         CONSTANT text := '(s.reach).ids';
  -- where it is not named
  ids_alone   CONSTANT text := '(' || held || ').ids';
  -- worked out once for a query, not for each row
  today       CONSTANT text := '(SELECT access.today())';
  newest      CONSTANT text := 'l.since <= ' || today || ' ORDER BY l.since DESC LIMIT 1)';
  community   CONSTANT text := format('coalesce(%I.community_id, 0) <@ ', kind);
  grid        CONSTANT text := '(SELECT l.grid_id FROM register.%s l WHERE l.%s = %s AND ' || newest || ' <@ ';
  -- most have no grids: nothing is looked up then
  few         CONSTANT text := '(SELECT ' || community || ids || ' OR (s.reach).by_grid AND ' || grid || ids || once;
  many        CONSTANT text := '(SELECT r.by_community ' || own || ' AND ' || community || ids_alone || ' OR (SELECT r.by_grid ' || own || ' AND ' || grid || ids_alone;
  -- what has no link is believed no more: it counts as lying nowhere
  by_link     CONSTANT text := ids_alone || ' @> ANY (coalesce((SELECT ARRAY[l.grid_id, coalesce(l.community_id, 0)] FROM register.%s l WHERE l.%s = %s AND '
                            || newest || ', ''{0}''))';
  of_person   CONSTANT text := 'FROM register.person_place p WHERE p.person_id = person.id AND p.until > ' || today || ' AND p.since <= ' || today;
BEGIN
  RETURN CASE
    WHEN kind IN ('building', 'address', 'estate') THEN format(few, kind || '_grid', kind || '_id', kind || '.id')
    WHEN kind = 'unit' THEN format(many, 'building_grid', 'building_id', 'unit.building_id')
    WHEN kind IN ('household', 'residence') THEN format(many, 'unit_building', 'unit_id', kind || '.unit_id')
    WHEN kind = 'unit_occupancy' THEN 'CASE WHEN unit_occupancy.placed_until > ' || today || ' THEN ' || ids_alone
      || ' @> ANY (ARRAY[unit_occupancy.grid_id, unit_occupancy.community_id]) ELSE ' || format(by_link, 'building_grid', 'building_id', 'unit_occupancy.building_id') || ' END'
    WHEN kind = 'entrance' THEN format(by_link, 'building_grid', 'building_id', kind || '.building_id')
    WHEN kind IN ('tenancy', 'evidence') THEN format(by_link, 'unit_building', 'unit_id', kind || '.unit_id')
    WHEN kind = 'organisation' THEN 'CASE WHEN organisation.unit_id IS NULL THEN 0::bigint <@ ' || ids_alone || ' ELSE '
      || format(by_link, 'unit_building', 'unit_id', 'organisation.unit_id') || ' END'
    -- of several homes one that is reached is enough; an aggregate over them costs twice as much
    WHEN kind = 'person' THEN 'coalesce((SELECT true ' || of_person || ' AND (p.grid_id <@ ' || ids_alone || ' OR coalesce(p.community_id, 0) <@ ' || ids_alone
      || ') LIMIT 1), (SELECT false ' || of_person || ' LIMIT 1), 0::bigint <@ ' || ids_alone || ')'
    WHEN kind = 'staff_post' THEN '(SELECT staff_post.grid_id <@ ' || ids
      || ' OR coalesce((SELECT g.community_id FROM register.grid g WHERE g.id = staff_post.grid_id AND upper_inf(g.recorded)'
      || ' ORDER BY lower(g.valid) DESC LIMIT 1), 0) <@ ' || ids || once
    WHEN kind = 'grid' THEN community || ids_alone
    -- a region above communities is reached by who reaches every community below it
    WHEN kind = 'region' THEN '(SELECT CASE region.level WHEN ''COMMUNITY'' THEN region.id <@ ' || ids
      || ' ELSE 0::bigint <@ ' || ids || ' OR (SELECT bool_and(c.id <@ ' || ids || ') FROM register.region c'
      || ' WHERE c.level = ''COMMUNITY'' AND c.code LIKE region.code || ''%'' AND upper_inf(c.recorded) AND c.valid @> access.today()) END' || once
    -- these cross areas: reached by who may do it anywhere
    WHEN kind IN ('road', 'context_feature') THEN 'EXISTS (SELECT ' || own
    -- seen with the things it is of, by the policies of their tables
    WHEN kind = 'lineage' THEN 'CASE lineage.kind WHEN ''BUILDING'' THEN ' || format(by_link, 'building_grid', 'building_id', 'lineage.from_id')
      || ' OR ' || format(by_link, 'building_grid', 'building_id', 'lineage.to_id')
      || ' WHEN ''UNIT'' THEN ' || format(by_link, 'unit_building', 'unit_id', 'lineage.from_id')
      || ' OR ' || format(by_link, 'unit_building', 'unit_id', 'lineage.to_id')
      || ' WHEN ''HOUSEHOLD'' THEN EXISTS (SELECT FROM register.household h WHERE h.id IN (lineage.from_id, lineage.to_id))'
      || ' WHEN ''PERSON'' THEN EXISTS (SELECT FROM register.person p WHERE p.id IN (lineage.from_id, lineage.to_id))'
      || ' WHEN ''ADDRESS'' THEN EXISTS (SELECT FROM register.address a WHERE a.id IN (lineage.from_id, lineage.to_id))'
      || ' ELSE true END'
  END;
END $p$;

CALL access.renew_walls();
