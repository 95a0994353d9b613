-- What a change means to an area, as in V021, by a text that keeps to what a change touched. The rows around a change are those
-- believed and those no longer believed, and into two such parts the planner carries no value of a join: it read whole tables,
-- twenty times. In a city of 200,000 buildings a change of seven rows took 11 s; in one of 1.4 million it was stopped after
-- three minutes. A value of the row beside (LATERAL, kept apart by OFFSET 0) is carried into both. And of a table that came in a
-- few imports the general plan expects every change to be an import and reads all of it: hence no whole reading here.
--
-- Of few things it begins with what the change touched; of many with what is, or was, in the area: an import of a city is as
-- long as its own to the reader of a community.

CREATE INDEX address_community_ix ON register.address (community_id) WHERE upper_inf(recorded);

-- Rows count that are believed and not yet over. asked: things whose lying in the area may be another now, and those this
-- hangs on; lies: whether they lay and lie in it. A building lies where its inside point does, all that is in it with it.
DO $do$
DECLARE
  few    CONSTANT int := 5000;
  kinds  CONSTANT text[] := ARRAY['building', 'unit', 'entrance', 'household', 'residence', 'tenancy', 'organisation', 'evidence',
                                  'person', 'address', 'estate', 'grid', 'staff_post', 'lineage'];
  header CONSTANT text := $h$
CREATE OR REPLACE FUNCTION register.%1$I(the_change bigint, n bigint, old_day date, new_day date, old_area bigint[], new_area bigint[],
                                         altered_area bigint[], old_codes text[], new_codes text[])
RETURNS TABLE (told text, kind text, number bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = register, public, pg_temp
SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $f$
#variable_conflict use_column
BEGIN
  RETURN QUERY
WITH %2$s, %3$s;
END $f$;
REVOKE EXECUTE ON FUNCTION register.%1$I(bigint, bigint, date, date, bigint[], bigint[], bigint[], text[], text[]) FROM PUBLIC;
COMMENT ON FUNCTION register.%1$I(bigint, bigint, date, date, bigint[], bigint[], bigint[], text[], text[]) IS %4$L;$h$;
  -- what is, or was around the change, in the area, and what hangs on it
  area   CONSTANT text := $a$
reached AS (SELECT old_area || new_area AS communities), area_building AS MATERIALIZED (
  SELECT b.id FROM reached CROSS JOIN LATERAL building_of(communities) b
  UNION SELECT m.id FROM reached JOIN community_move m ON m.community_id = ANY (communities) AND m.kind = 'building'
), area_unit AS MATERIALIZED (
  SELECT DISTINCT u.id FROM area_building a
  CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.building_id = a.id OFFSET 0) u
), area_entrance AS MATERIALIZED (
  SELECT DISTINCT e.id FROM area_building a
  CROSS JOIN LATERAL (SELECT * FROM entrance_around(n, old_day, new_day) x WHERE x.building_id = a.id OFFSET 0) e
), area_household AS MATERIALIZED (
  SELECT DISTINCT h.id FROM area_unit a
  CROSS JOIN LATERAL (SELECT * FROM household_around(n, old_day, new_day) x WHERE x.unit_id = a.id OFFSET 0) h
), area_residence AS MATERIALIZED (
  SELECT r.id, r.person_id FROM area_unit a
  CROSS JOIN LATERAL (SELECT * FROM residence_around(n, old_day, new_day) x WHERE x.unit_id = a.id OFFSET 0) r
), area_tenancy AS MATERIALIZED (
  SELECT t.id, t.landlord_id, t.tenant_id FROM area_unit a
  CROSS JOIN LATERAL (SELECT * FROM tenancy_around(n, old_day, new_day) x WHERE x.unit_id = a.id OFFSET 0) t
), area_organisation AS MATERIALIZED (
  SELECT DISTINCT o.id FROM area_unit a
  CROSS JOIN LATERAL (SELECT * FROM organisation_around(n, old_day, new_day) x WHERE x.unit_id = a.id OFFSET 0) o
), area_evidence AS MATERIALIZED (
  SELECT DISTINCT e.id FROM area_unit a
  CROSS JOIN LATERAL (SELECT * FROM evidence_around(n, old_day, new_day) x WHERE x.unit_id = a.id OFFSET 0) e
), area_person AS MATERIALIZED (
  SELECT person_id AS id FROM area_residence
  UNION SELECT landlord_id FROM area_tenancy WHERE landlord_id IS NOT NULL
  UNION SELECT tenant_id FROM area_tenancy WHERE tenant_id IS NOT NULL
  UNION SELECT p.id FROM person p
        WHERE p.registered_region_code LIKE ANY (SELECT code || '%' FROM unnest(old_codes || new_codes) code)
), area_address AS MATERIALIZED (
  SELECT a.id FROM reached CROSS JOIN LATERAL address_of(communities) a
  UNION SELECT m.id FROM reached JOIN community_move m ON m.community_id = ANY (communities) AND m.kind = 'address'
  UNION SELECT b.address_id FROM area_building a
        CROSS JOIN LATERAL (SELECT * FROM building_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) b
        WHERE b.address_id IS NOT NULL
  UNION SELECT u.address_id FROM area_unit a
        CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) u
        WHERE u.address_id IS NOT NULL
), area_estate AS MATERIALIZED (
  SELECT e.id FROM reached CROSS JOIN LATERAL estate_of(communities) e
  UNION SELECT m.id FROM reached JOIN community_move m ON m.community_id = ANY (communities) AND m.kind = 'estate'
), area_grid AS MATERIALIZED (
  SELECT DISTINCT g.id FROM reached CROSS JOIN LATERAL grid_of(communities) g
), area_staff_post AS MATERIALIZED (
  SELECT DISTINCT s.id FROM area_grid a
  CROSS JOIN LATERAL (SELECT * FROM staff_post_around(n, old_day, new_day) x WHERE x.grid_id = a.id OFFSET 0) s
)$a$;
  asked  CONSTANT text := $q$
building_asked AS MATERIALIZED (
  SELECT id FROM building_touched
  UNION SELECT m.id FROM community_move m WHERE m.change = the_change AND m.kind = 'building'
  UNION SELECT id FROM building_of(altered_area) WHERE altered_area <> '{}'
  UNION SELECT m.id FROM community_move m
        WHERE altered_area <> '{}' AND m.community_id = ANY (altered_area) AND m.kind = 'building'
), crossing_building AS MATERIALIZED (
  SELECT b.id FROM building_asked
  CROSS JOIN LATERAL (SELECT * FROM building_around(n, old_day, new_day) x WHERE x.id = building_asked.id OFFSET 0) b
  GROUP BY b.id
  HAVING bool_or(b.was AND b.community_before = ANY (old_area))
         IS DISTINCT FROM bool_or(b.now AND b.community = ANY (new_area))
), line_end AS MATERIALIZED (
  SELECT l.to_id AS id FROM lineage_touched
  CROSS JOIN LATERAL (SELECT * FROM lineage_around(n, old_day, new_day) x WHERE x.id = lineage_touched.id OFFSET 0) l
), unit_changed AS MATERIALIZED (
  SELECT id FROM unit_touched
  UNION SELECT u.id FROM crossing_building c
        CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.building_id = c.id OFFSET 0) u
), crossing_unit AS MATERIALIZED (
  SELECT u.id FROM unit_changed
  CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.id = unit_changed.id OFFSET 0) u
  CROSS JOIN LATERAL (SELECT * FROM building_around(n, old_day, new_day) x WHERE x.id = u.building_id OFFSET 0) b
  GROUP BY u.id
  HAVING bool_or(u.was AND b.was AND b.community_before = ANY (old_area))
         IS DISTINCT FROM bool_or(u.now AND b.now AND b.community = ANY (new_area))
), entrance_asked AS MATERIALIZED (
  SELECT id FROM entrance_touched
  UNION SELECT e.id FROM crossing_building c
        CROSS JOIN LATERAL (SELECT * FROM entrance_around(n, old_day, new_day) x WHERE x.building_id = c.id OFFSET 0) e
  UNION SELECT id FROM line_end
), entrance_row AS MATERIALIZED (
  SELECT e.* FROM entrance_asked
  CROSS JOIN LATERAL (SELECT * FROM entrance_around(n, old_day, new_day) x WHERE x.id = entrance_asked.id OFFSET 0) e
), household_asked AS MATERIALIZED (
  SELECT id FROM household_touched
  UNION SELECT x.id FROM crossing_unit c
        CROSS JOIN LATERAL (SELECT * FROM household_around(n, old_day, new_day) x WHERE x.unit_id = c.id OFFSET 0) x
  UNION SELECT id FROM line_end
), household_row AS MATERIALIZED (
  SELECT x.* FROM household_asked
  CROSS JOIN LATERAL (SELECT * FROM household_around(n, old_day, new_day) x WHERE x.id = household_asked.id OFFSET 0) x
), residence_asked AS MATERIALIZED (
  SELECT id FROM residence_touched
  UNION SELECT x.id FROM crossing_unit c
        CROSS JOIN LATERAL (SELECT * FROM residence_around(n, old_day, new_day) x WHERE x.unit_id = c.id OFFSET 0) x
), residence_row AS MATERIALIZED (
  SELECT x.* FROM residence_asked
  CROSS JOIN LATERAL (SELECT * FROM residence_around(n, old_day, new_day) x WHERE x.id = residence_asked.id OFFSET 0) x
), tenancy_asked AS MATERIALIZED (
  SELECT id FROM tenancy_touched
  UNION SELECT x.id FROM crossing_unit c
        CROSS JOIN LATERAL (SELECT * FROM tenancy_around(n, old_day, new_day) x WHERE x.unit_id = c.id OFFSET 0) x
), tenancy_row AS MATERIALIZED (
  SELECT x.* FROM tenancy_asked
  CROSS JOIN LATERAL (SELECT * FROM tenancy_around(n, old_day, new_day) x WHERE x.id = tenancy_asked.id OFFSET 0) x
), organisation_row AS MATERIALIZED (
  SELECT x.* FROM (
    SELECT id FROM organisation_touched
    UNION SELECT x.id FROM crossing_unit c
          CROSS JOIN LATERAL (SELECT * FROM organisation_around(n, old_day, new_day) x WHERE x.unit_id = c.id OFFSET 0) x
  ) a
  CROSS JOIN LATERAL (SELECT * FROM organisation_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) x
), evidence_row AS MATERIALIZED (
  SELECT x.* FROM (
    SELECT id FROM evidence_touched
    UNION SELECT x.id FROM crossing_unit c
          CROSS JOIN LATERAL (SELECT * FROM evidence_around(n, old_day, new_day) x WHERE x.unit_id = c.id OFFSET 0) x
  ) a
  CROSS JOIN LATERAL (SELECT * FROM evidence_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) x
), person_asked AS MATERIALIZED (
  SELECT id FROM person_touched
  UNION SELECT person_id FROM residence_row
  UNION SELECT landlord_id FROM tenancy_row WHERE landlord_id IS NOT NULL
  UNION SELECT tenant_id FROM tenancy_row WHERE tenant_id IS NOT NULL
  UNION SELECT p.id FROM person p
        WHERE old_codes <> new_codes
          AND p.registered_region_code LIKE ANY (SELECT code || '%' FROM unnest(old_codes || new_codes) code)
  UNION SELECT id FROM line_end
), person_row AS MATERIALIZED (
  SELECT x.* FROM person_asked
  CROSS JOIN LATERAL (SELECT * FROM person_around(n, old_day, new_day) x WHERE x.id = person_asked.id OFFSET 0) x
), person_home AS MATERIALIZED (
  SELECT x.person_id, x.unit_id, x.was, x.now, true AS lives FROM person_asked a
  CROSS JOIN LATERAL (SELECT * FROM residence_around(n, old_day, new_day) x WHERE x.person_id = a.id OFFSET 0) x
  UNION ALL
  SELECT a.id, x.unit_id, x.was, x.now, false FROM person_asked a
  CROSS JOIN LATERAL (SELECT * FROM tenancy_around(n, old_day, new_day) x WHERE x.landlord_id = a.id OFFSET 0) x
  UNION ALL
  SELECT a.id, x.unit_id, x.was, x.now, false FROM person_asked a
  CROSS JOIN LATERAL (SELECT * FROM tenancy_around(n, old_day, new_day) x WHERE x.tenant_id = a.id OFFSET 0) x
), address_asked AS MATERIALIZED (
  SELECT id FROM address_touched
  UNION SELECT m.id FROM community_move m WHERE m.change = the_change AND m.kind = 'address'
  UNION SELECT id FROM address_of(altered_area) WHERE altered_area <> '{}'
  UNION SELECT m.id FROM community_move m
        WHERE altered_area <> '{}' AND m.community_id = ANY (altered_area) AND m.kind = 'address'
  UNION SELECT b.address_id FROM building_asked
        CROSS JOIN LATERAL (SELECT * FROM building_around(n, old_day, new_day) x WHERE x.id = building_asked.id OFFSET 0) b
        WHERE b.address_id IS NOT NULL
  UNION SELECT u.address_id FROM (SELECT id FROM unit_changed UNION SELECT id FROM crossing_unit) c
        CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.id = c.id OFFSET 0) u
        WHERE u.address_id IS NOT NULL
  UNION SELECT id FROM line_end
), address_building AS MATERIALIZED (
  SELECT b.id, b.address_id, b.was, b.now FROM address_asked a
  CROSS JOIN LATERAL (SELECT * FROM building_around(n, old_day, new_day) x WHERE x.address_id = a.id OFFSET 0) b
), address_unit AS MATERIALIZED (
  SELECT u.id, u.building_id, u.address_id, u.was, u.now FROM address_asked a
  CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.address_id = a.id OFFSET 0) u
), unit_asked AS MATERIALIZED (
  SELECT id FROM unit_changed
  UNION SELECT unit_id FROM household_row UNION SELECT unit_id FROM residence_row UNION SELECT unit_id FROM tenancy_row
  UNION SELECT unit_id FROM organisation_row WHERE unit_id IS NOT NULL UNION SELECT unit_id FROM evidence_row
  UNION SELECT unit_id FROM person_home UNION SELECT id FROM line_end
), unit_row AS MATERIALIZED (
  SELECT u.* FROM unit_asked
  CROSS JOIN LATERAL (SELECT * FROM unit_around(n, old_day, new_day) x WHERE x.id = unit_asked.id OFFSET 0) u
), building_row AS MATERIALIZED (
  SELECT b.* FROM (
    SELECT id FROM building_asked UNION SELECT building_id FROM unit_row UNION SELECT building_id FROM entrance_row
    UNION SELECT id FROM address_building
    UNION SELECT building_id FROM address_unit UNION SELECT id FROM line_end
  ) a
  CROSS JOIN LATERAL (SELECT * FROM building_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) b
), building_lies AS MATERIALIZED (
  SELECT id, coalesce(bool_or(was AND community_before = ANY (old_area)), false) AS lay,
         coalesce(bool_or(now AND community = ANY (new_area)), false) AS lies
  FROM building_row GROUP BY id
), unit_lies AS MATERIALIZED (
  SELECT u.id, bool_or(u.was AND b.lay) AS lay, bool_or(u.now AND b.lies) AS lies
  FROM unit_row u JOIN building_lies b ON b.id = u.building_id GROUP BY u.id
), person_lies AS MATERIALIZED (
  SELECT p.id,
         coalesce(bool_or(h.lay), false) OR NOT coalesce(bool_or(h.lived), false)
           AND bool_or(p.was AND p.registered_region_code LIKE ANY (SELECT code || '%' FROM unnest(old_codes) code)) AS lay,
         coalesce(bool_or(h.lies), false) OR NOT coalesce(bool_or(h.lives), false)
           AND bool_or(p.now AND p.registered_region_code LIKE ANY (SELECT code || '%' FROM unnest(new_codes) code)) AS lies
  FROM person_row p
  LEFT JOIN (
    SELECT h.person_id, bool_or(h.was AND u.lay) AS lay, bool_or(h.now AND u.lies) AS lies,
           bool_or(h.was AND h.lives) AS lived, bool_or(h.now AND h.lives) AS lives
    FROM person_home h LEFT JOIN unit_lies u ON u.id = h.unit_id GROUP BY h.person_id
  ) h ON h.person_id = p.id
  GROUP BY p.id
), address_row AS MATERIALIZED (
  SELECT a.* FROM address_asked
  CROSS JOIN LATERAL (SELECT * FROM address_around(n, old_day, new_day) x WHERE x.id = address_asked.id OFFSET 0) a
), grid_row AS MATERIALIZED (
  SELECT g.* FROM (
    SELECT id FROM grid_touched
    UNION SELECT id FROM grid_of(altered_area) WHERE altered_area <> '{}'
    UNION SELECT s.grid_id FROM staff_post_touched
          CROSS JOIN LATERAL (SELECT * FROM staff_post_around(n, old_day, new_day) x WHERE x.id = staff_post_touched.id OFFSET 0) s
    UNION SELECT id FROM line_end
  ) a
  CROSS JOIN LATERAL (SELECT * FROM grid_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) g
), grid_lies AS MATERIALIZED (
  SELECT id, bool_or(was AND community_id = ANY (old_area)) AS lay,
         bool_or(now AND community_id = ANY (new_area)) AS lies
  FROM grid_row GROUP BY id
), told_row AS ( -- what has a place of its own comes whole; of what is in something else the rows that say it is in what lies here
  SELECT 'building' AS kind, r.version, r.id, r.was AND t.lay AS had, r.now AND t.lies AS has, r.now, r.closes
  FROM building_row r JOIN building_lies t USING (id)
  UNION ALL
  SELECT 'unit', r.version, r.id, r.was AND t.lay, r.now AND t.lies, r.now, r.closes
  FROM unit_row r LEFT JOIN building_lies t ON t.id = r.building_id
  UNION ALL
  SELECT 'person', r.version, r.id, r.was AND t.lay, r.now AND t.lies, r.now, r.closes FROM person_row r JOIN person_lies t USING (id)
  UNION ALL
  SELECT 'grid', r.version, r.id, r.was AND t.lay, r.now AND t.lies, r.now, r.closes FROM grid_row r JOIN grid_lies t USING (id)
  UNION ALL
  SELECT 'entrance', r.version, r.id, r.was AND t.lay, r.now AND t.lies, r.now, r.closes
  FROM entrance_row r LEFT JOIN building_lies t ON t.id = r.building_id
  UNION ALL
  SELECT x.kind, x.version, x.id, x.was AND t.lay, x.now AND t.lies, x.now, x.closes
  FROM (
    SELECT 'household' AS kind, version, id, was, now, closes, unit_id FROM household_row
    UNION ALL SELECT 'residence', version, id, was, now, closes, unit_id FROM residence_row
    UNION ALL SELECT 'tenancy', version, id, was, now, closes, unit_id FROM tenancy_row
    UNION ALL SELECT 'organisation', version, id, was, now, closes, unit_id FROM organisation_row
    UNION ALL SELECT 'evidence', version, id, was, now, closes, unit_id FROM evidence_row
  ) x
  LEFT JOIN unit_lies t ON t.id = x.unit_id
  UNION ALL
  SELECT 'staff_post', s.version, s.id, s.was AND g.lay, s.now AND g.lies, s.now, s.closes
  FROM (
    SELECT id FROM staff_post_touched
    UNION SELECT x.id FROM grid_lies g
          CROSS JOIN LATERAL (SELECT * FROM staff_post_around(n, old_day, new_day) x WHERE x.grid_id = g.id OFFSET 0) x
          WHERE g.lay IS DISTINCT FROM g.lies
  ) a
  CROSS JOIN LATERAL (SELECT * FROM staff_post_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) s
  LEFT JOIN grid_lies g ON g.id = s.grid_id
  UNION ALL
  SELECT 'estate', e.version, e.id,
         e.was AND bool_or(e.was AND e.community_before = ANY (old_area)) OVER thing,
         e.now AND bool_or(e.now AND e.community = ANY (new_area)) OVER thing, e.now, e.closes
  FROM (
    SELECT id FROM estate_touched
    UNION SELECT m.id FROM community_move m WHERE m.change = the_change AND m.kind = 'estate'
    UNION SELECT id FROM estate_of(altered_area) WHERE altered_area <> '{}'
    UNION SELECT m.id FROM community_move m
          WHERE altered_area <> '{}' AND m.community_id = ANY (altered_area) AND m.kind = 'estate'
  ) a
  CROSS JOIN LATERAL (SELECT * FROM estate_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) e
  WINDOW thing AS (PARTITION BY e.id)
  UNION ALL
  SELECT 'address', r.version, r.id, r.was AND t.lay, r.now AND t.lies, r.now, r.closes
  FROM address_row r
  JOIN (
    SELECT id, bool_or(lay) AS lay, bool_or(lies) AS lies
    FROM (
      SELECT id, was AND community_before = ANY (old_area) AS lay, now AND community = ANY (new_area) AS lies
      FROM address_row
      UNION ALL
      SELECT x.address_id, x.was AND t.lay, x.now AND t.lies FROM address_building x JOIN building_lies t ON t.id = x.id
      UNION ALL
      SELECT x.address_id, x.was AND t.lay, x.now AND t.lies FROM address_unit x JOIN building_lies t ON t.id = x.building_id
    ) each GROUP BY id
  ) t USING (id)
), thing_lies AS (
  SELECT id, coalesce(bool_or(had), false) AS lay, coalesce(bool_or(has), false) AS lies FROM told_row GROUP BY id
), all_row AS (
  SELECT kind, version, id, coalesce(had, false) AS had, coalesce(has, false) AS has, now, closes FROM told_row
  UNION ALL
  SELECT 'lineage', l.version, l.id, l.was AND t.lay, l.now AND t.lies, l.now, l.closes
  FROM (
    SELECT id FROM lineage_touched
    UNION SELECT x.id FROM thing_lies t
          CROSS JOIN LATERAL (SELECT * FROM lineage_around(n, old_day, new_day) x WHERE x.to_id = t.id OFFSET 0) x
          WHERE t.lay <> t.lies
  ) a
  CROSS JOIN LATERAL (SELECT * FROM lineage_around(n, old_day, new_day) x WHERE x.id = a.id OFFSET 0) l
  JOIN thing_lies t ON t.id = l.to_id
)
SELECT DISTINCT t.told, r.kind, t.number
FROM (
  SELECT kind, version, id, had, has, now OR closes AS goes, bool_or(had) OVER thing AS lay, bool_or(has) OVER thing AS lies
  FROM all_row WINDOW thing AS (PARTITION BY kind, id)
) r
CROSS JOIN LATERAL (
  SELECT 'CLOSED' AS told, r.version AS number WHERE r.had AND NOT r.has AND r.lies AND r.goes
  UNION ALL SELECT 'OPENED', r.version WHERE r.has AND NOT r.had
  UNION ALL SELECT 'LEFT', r.id WHERE r.lay AND NOT r.lies
) t
UNION ALL SELECT 'CLOSED', 'region', version FROM region WHERE closed_by = the_change
UNION ALL SELECT 'CLOSED', 'road', version FROM road WHERE closed_by = the_change
UNION ALL SELECT 'CLOSED', 'context_feature', version FROM context_feature WHERE closed_by = the_change
UNION ALL SELECT 'CLOSED', 'lineage', version FROM lineage WHERE closed_by = the_change AND kind = 'REGION'
UNION ALL SELECT 'OPENED', 'lineage', version FROM lineage WHERE opened_by = the_change AND kind = 'REGION'
UNION ALL SELECT 'OPENED', 'region', version FROM region WHERE opened_by = the_change
UNION ALL SELECT 'OPENED', 'road', version FROM road WHERE opened_by = the_change
UNION ALL SELECT 'OPENED', 'context_feature', version FROM context_feature WHERE opened_by = the_change$q$;
  kind   text;
  start  text := '';
  here   text := '';
  probes text := '';
BEGIN
  FOREACH kind IN ARRAY ARRAY['building', 'address', 'estate', 'grid'] LOOP
    EXECUTE format($f$
      CREATE FUNCTION register.%1$I(communities bigint[]) RETURNS TABLE (id bigint) LANGUAGE sql STABLE AS $q$
        SELECT x.id FROM register.%2$I x WHERE upper_inf(x.recorded) AND x.community_id = ANY (communities)
        UNION ALL SELECT x.id FROM register.%2$I x WHERE NOT upper_inf(x.recorded) AND x.community_id = ANY (communities)
      $q$;
      COMMENT ON FUNCTION register.%1$I(bigint[]) IS 'Of which a row has, or once had, one of these communities.' $f$, kind || '_of', kind);
  END LOOP;
  FOREACH kind IN ARRAY kinds LOOP
    -- never more; said so that room is made for few
    start := start || format($t$%1$s_touched AS MATERIALIZED (SELECT id FROM register.%2$I(the_change, old_day, new_day) LIMIT %3$s)$t$, kind, kind || '_touched', few)
      || CASE WHEN kind = kinds[cardinality(kinds)] THEN '' ELSE E',\n' END;
    here := here || CASE kind WHEN 'lineage' THEN E',\nlineage_touched AS MATERIALIZED (SELECT id FROM register.lineage_touched(the_change, old_day, new_day))'
      ELSE format($t$,
%1$s_touched AS MATERIALIZED (
  SELECT DISTINCT a.id FROM area_%1$s a
  CROSS JOIN LATERAL (
    SELECT FROM (SELECT * FROM register.%1$I WHERE upper_inf(recorded) UNION ALL SELECT * FROM register.%1$I WHERE NOT upper_inf(recorded)) x
    WHERE x.id = a.id AND (x.opened_by = the_change OR x.closed_by = the_change
                           OR NOT upper_inf(x.valid) AND upper(x.valid) > old_day AND upper(x.valid) <= new_day)
    LIMIT 1
  ) t
)$t$, kind) END;
    probes := probes || format($t$
      UNION ALL (SELECT FROM register.%1$I x WHERE x.opened_by = the_change LIMIT %2$s)
      UNION ALL (SELECT FROM register.%1$I x WHERE x.closed_by = the_change LIMIT %2$s)
      UNION ALL (SELECT FROM register.%1$I x WHERE NOT upper_inf(x.valid) AND upper(x.valid) > old_day AND upper(x.valid) <= new_day LIMIT %2$s)$t$, kind, few);
  END LOOP;
  EXECUTE format(header, 'passage_of_few', start, asked, 'As passage; begins with what the change touched.');
  EXECUTE format(header, 'passage_of_many', area || here, asked, 'As passage; begins with what is in the area.');
  EXECUTE format($f$
    CREATE FUNCTION register.touches_few(the_change bigint, old_day date, new_day date) RETURNS boolean LANGUAGE plpgsql STABLE
    SET plan_cache_mode = force_generic_plan SET jit = off SET enable_seqscan = off AS $q$
    BEGIN
      RETURN (SELECT count(*) < %1$s FROM ((SELECT FROM register.community_move m WHERE m.change = the_change LIMIT %1$s)%2$s) t);
    END $q$;
    REVOKE EXECUTE ON FUNCTION register.touches_few(bigint, date, date) FROM PUBLIC;
    COMMENT ON FUNCTION register.touches_few(bigint, date, date) IS 'Whether a change wrote of few things, with those of which a row was over with the day.' $f$,
    few, probes);
END $do$;

CREATE OR REPLACE FUNCTION register.passage(the_change bigint, n bigint, old_day date, new_day date, old_area bigint[], new_area bigint[],
                                            altered_area bigint[], old_codes text[], new_codes text[])
RETURNS TABLE (told text, kind text, number bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = register, public, pg_temp AS $$
BEGIN
  IF register.touches_few(the_change, old_day, new_day) THEN
    RETURN QUERY SELECT * FROM register.passage_of_few(the_change, n, old_day, new_day, old_area, new_area, altered_area, old_codes, new_codes);
  ELSE
    RETURN QUERY SELECT * FROM register.passage_of_many(the_change, n, old_day, new_day, old_area, new_area, altered_area, old_codes, new_codes);
  END IF;
END $$;
