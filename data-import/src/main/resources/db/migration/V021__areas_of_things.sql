-- Where things lay around a change, for readers of the feed who are limited to an area (decisions/08).

-- The day a change is read on. Ordinary changes do not turn it: a change of kind DAY does, once a day, so what begins to
-- be over or somewhere else because days go by is told at one place in the feed.
ALTER TABLE register.change
  DROP CONSTRAINT change_kind_known,
  ADD CONSTRAINT change_kind_known CHECK (kind IN ('IMPORT', 'CHANGE', 'CORRECTION', 'PLAN', 'UNDO', 'DAY')),
  ADD COLUMN day date;
COMMENT ON COLUMN register.change.kind IS 'IMPORT, CHANGE (the world changed), CORRECTION (we were wrong), PLAN (grids published), UNDO, DAY (a new day).';
COMMENT ON COLUMN register.change.day IS 'Day of the feed after this change, never before that of an earlier number; null until numbered.';
UPDATE register.change SET day = (SELECT min((at AT TIME ZONE 'Asia/Shanghai')::date) FROM register.change WHERE seq IS NOT NULL)
WHERE seq IS NOT NULL;
CREATE INDEX change_day_ix ON register.change (at) WHERE kind = 'DAY';

CREATE OR REPLACE FUNCTION register.number_changes() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  numbered bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM register.change WHERE seq IS NULL) THEN
    RETURN 0;
  END IF;
  PERFORM pg_advisory_xact_lock(91570133093960); -- one numbers at a time
  WITH last AS (SELECT coalesce(max(c.seq), 0) AS seq, max(c.day) AS day
                FROM (SELECT seq, day FROM register.change WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1) c),
       next AS (SELECT id, row_number() OVER (ORDER BY turn) AS place, (at AT TIME ZONE 'Asia/Shanghai')::date AS day,
                       max((at AT TIME ZONE 'Asia/Shanghai')::date) FILTER (WHERE kind = 'DAY') OVER (ORDER BY turn) AS turned,
                       first_value((at AT TIME ZONE 'Asia/Shanghai')::date) OVER (ORDER BY turn) AS first
                FROM register.change WHERE seq IS NULL)
  UPDATE register.change c SET seq = last.seq + next.place, day = greatest(coalesce(last.day, next.first), next.turned)
  FROM next, last WHERE c.id = next.id;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  RETURN numbered;
END $$;

-- A link to the community is brought up to date in place (a cache makes no version). What it was before is kept here.
CREATE TABLE register.community_move (
  change       bigint NOT NULL,
  kind         text   NOT NULL,
  version      bigint NOT NULL,
  id           bigint NOT NULL,
  community_id bigint,
  CONSTRAINT community_move_pk PRIMARY KEY (kind, version, change),
  CONSTRAINT community_move_change_fk FOREIGN KEY (change) REFERENCES register.change (id),
  CONSTRAINT community_move_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id),
  CONSTRAINT community_move_kind_known CHECK (kind IN ('building', 'estate', 'address'))
);
CREATE INDEX community_move_change_ix ON register.community_move (change, kind);
CREATE INDEX community_move_community_ix ON register.community_move (community_id, kind);
COMMENT ON TABLE register.community_move IS 'Rows whose community another one became without a version, because a boundary moved or its day came.';
COMMENT ON COLUMN register.community_move.change IS 'Change that moved it.';
COMMENT ON COLUMN register.community_move.kind IS 'Fact table of the row.';
COMMENT ON COLUMN register.community_move.version IS 'The row.';
COMMENT ON COLUMN register.community_move.id IS 'The thing it speaks of.';
COMMENT ON COLUMN register.community_move.community_id IS 'Community it had until then; null: none.';

-- <kind>_around(n, old_day, new_day): rows believed before or after the change of number n. was, now: believed and not yet
-- over on the day before and after it; closes: this change ended the belief. For kinds with a place of their own also the
-- community before and after. <kind>_touched(change, old_day, new_day): things the change wrote of, or of which a row is
-- over since the day turned. Plain SQL: the planner takes them apart and goes by the caller's ids.
CREATE PROCEDURE register.make_around(kind text, columns text, placed boolean) LANGUAGE plpgsql AS $p$
DECLARE
  typed    text;
  selected text;
  moves    text := '';
BEGIN
  SELECT coalesce(string_agg(', ' || quote_ident(c.name) || ' ' || format_type(a.atttypid, a.atttypmod), '' ORDER BY c.place), ''),
         coalesce(string_agg(', x.' || quote_ident(c.name), '' ORDER BY c.place), '')
  INTO typed, selected
  FROM regexp_split_to_table(columns, ' ') WITH ORDINALITY c (name, place)
  JOIN pg_attribute a ON a.attrelid = ('register.' || kind)::regclass AND a.attname = c.name;
  IF placed THEN
    typed := typed || ', community_before bigint, community bigint';
    selected := selected || ', CASE WHEN b.moved THEN b.community_id WHEN a.moved THEN a.community_id ELSE x.community_id END'
                         || ', CASE WHEN a.moved THEN a.community_id ELSE x.community_id END';
    moves := format($m$
      LEFT JOIN LATERAL (
        SELECT true AS moved, m.community_id FROM register.community_move m JOIN register.change mc ON mc.id = m.change
        WHERE m.kind = %1$L AND m.version = x.version AND mc.seq = n
      ) b ON true
      LEFT JOIN LATERAL (
        SELECT true AS moved, m.community_id FROM register.community_move m JOIN register.change mc ON mc.id = m.change
        WHERE m.kind = %1$L AND m.version = x.version AND (mc.seq IS NULL OR mc.seq > n) ORDER BY mc.turn LIMIT 1
      ) a ON true $m$, kind);
  END IF;
  EXECUTE format($f$
    CREATE FUNCTION register.%1$I(n bigint, old_day date, new_day date)
    RETURNS TABLE (version bigint, id bigint, was boolean, now boolean, closes boolean%2$s) LANGUAGE sql STABLE AS $q$
      SELECT x.version, x.id, o.seq < n AND coalesce(upper(x.valid) > old_day, true),
             (c.seq IS NULL OR c.seq > n) AND coalesce(upper(x.valid) > new_day, true), c.seq IS NOT DISTINCT FROM n%3$s
      FROM (SELECT * FROM register.%4$I WHERE upper_inf(recorded)
            UNION ALL SELECT * FROM register.%4$I WHERE NOT upper_inf(recorded)) x
      JOIN register.change o ON o.id = x.opened_by
      LEFT JOIN register.change c ON c.id = x.closed_by %5$s
      WHERE o.seq <= n AND (c.seq IS NULL OR c.seq >= n)
    $q$ $f$, kind || '_around', typed, selected, kind, moves);
  EXECUTE format($f$
    CREATE FUNCTION register.%1$I(change bigint, old_day date, new_day date) RETURNS TABLE (id bigint) LANGUAGE sql STABLE AS $q$
      SELECT x.id FROM register.%2$I x WHERE x.opened_by = change
      UNION SELECT x.id FROM register.%2$I x WHERE x.closed_by = change
      UNION SELECT x.id FROM register.%2$I x
      WHERE NOT upper_inf(x.valid) AND upper(x.valid) > old_day AND upper(x.valid) <= new_day
    $q$ $f$, kind || '_touched', kind);
  EXECUTE format('CREATE INDEX %I ON register.%I (upper(valid)) WHERE NOT upper_inf(valid)', kind || '_end_ix', kind);
  EXECUTE format('COMMENT ON FUNCTION register.%I(bigint, date, date) IS %L', kind || '_around',
                 'Rows believed before or after a change, and whether they were and are.');
  EXECUTE format('COMMENT ON FUNCTION register.%I(bigint, date, date) IS %L', kind || '_touched',
                 'Things a change wrote of, or of which a row was over with the day.');
END $p$;
COMMENT ON PROCEDURE register.make_around(text, text, boolean) IS
  'Makes for a fact table what reads it around a change; columns apart by spaces; placed: it has a community by its own place.';

CALL register.make_around('region', 'parent_id level code', false);
CALL register.make_around('grid', 'community_id', false);
CALL register.make_around('estate', '', true);
CALL register.make_around('address', '', true);
CALL register.make_around('building', 'address_id', true);
CALL register.make_around('entrance', 'building_id', false);
CALL register.make_around('unit', 'building_id address_id', false);
CALL register.make_around('household', 'unit_id', false);
CALL register.make_around('person', 'registered_region_code', false);
CALL register.make_around('residence', 'person_id unit_id', false);
CALL register.make_around('tenancy', 'unit_id landlord_id tenant_id', false);
CALL register.make_around('organisation', 'unit_id', false);
CALL register.make_around('evidence', 'unit_id', false);
CALL register.make_around('staff_post', 'grid_id', false);
CALL register.make_around('lineage', 'to_id', false);

-- Ways from what is pointed at to rows no longer believed, where there were none yet.
CREATE INDEX tenancy_history_landlord_ix ON register.tenancy (landlord_id) WHERE NOT upper_inf(recorded);
CREATE INDEX tenancy_history_tenant_ix ON register.tenancy (tenant_id) WHERE NOT upper_inf(recorded);
CREATE INDEX building_history_address_ix ON register.building (address_id) WHERE NOT upper_inf(recorded);
CREATE INDEX unit_history_address_ix ON register.unit (address_id) WHERE NOT upper_inf(recorded);
CREATE INDEX lineage_history_to_ix ON register.lineage (to_id) WHERE NOT upper_inf(recorded);

-- What a change means to who follows an area. One statement, planned once a session: planning takes ten times as long as running.
CREATE FUNCTION register.passage(the_change bigint, n bigint, old_day date, new_day date, old_area bigint[], new_area bigint[],
                                 altered_area bigint[], old_codes text[], new_codes text[])
RETURNS TABLE (told text, kind text, number bigint) LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
-- Rows count that are believed and not yet over. asked: things whose lying in the area may be another now, and those this
-- hangs on; lies: whether they lay and lie in it. A building lies where its inside point does, all that is in it with it.
WITH building_asked AS MATERIALIZED (
  SELECT id FROM building_touched(the_change, old_day, new_day)
  UNION SELECT m.id FROM community_move m WHERE m.change = the_change AND m.kind = 'building'
  UNION SELECT b.id FROM building b
        WHERE altered_area <> '{}' AND b.community_id = ANY (altered_area)
  UNION SELECT m.id FROM community_move m
        WHERE altered_area <> '{}' AND m.community_id = ANY (altered_area) AND m.kind = 'building'
), crossing_building AS MATERIALIZED (
  SELECT b.id FROM building_asked
  JOIN building_around(n, old_day, new_day) b USING (id)
  GROUP BY b.id
  HAVING bool_or(b.was AND b.community_before = ANY (old_area))
         IS DISTINCT FROM bool_or(b.now AND b.community = ANY (new_area))
), line_end AS MATERIALIZED (
  SELECT l.to_id AS id FROM lineage_touched(the_change, old_day, new_day)
  JOIN lineage_around(n, old_day, new_day) l USING (id)
), unit_changed AS MATERIALIZED (
  SELECT id FROM unit_touched(the_change, old_day, new_day)
  UNION SELECT u.id FROM crossing_building c
        JOIN unit_around(n, old_day, new_day) u ON u.building_id = c.id
), crossing_unit AS MATERIALIZED (
  SELECT u.id FROM unit_changed
  JOIN unit_around(n, old_day, new_day) u USING (id)
  JOIN building_around(n, old_day, new_day) b ON b.id = u.building_id
  GROUP BY u.id
  HAVING bool_or(u.was AND b.was AND b.community_before = ANY (old_area))
         IS DISTINCT FROM bool_or(u.now AND b.now AND b.community = ANY (new_area))
), entrance_asked AS MATERIALIZED (
  SELECT id FROM entrance_touched(the_change, old_day, new_day)
  UNION SELECT e.id FROM crossing_building c
        JOIN entrance_around(n, old_day, new_day) e ON e.building_id = c.id
  UNION SELECT id FROM line_end
), entrance_row AS MATERIALIZED (
  SELECT e.* FROM entrance_asked
  JOIN entrance_around(n, old_day, new_day) e USING (id)
), household_asked AS MATERIALIZED (
  SELECT id FROM household_touched(the_change, old_day, new_day)
  UNION SELECT x.id FROM crossing_unit c
        JOIN household_around(n, old_day, new_day) x ON x.unit_id = c.id
  UNION SELECT id FROM line_end
), household_row AS MATERIALIZED (
  SELECT x.* FROM household_asked
  JOIN household_around(n, old_day, new_day) x USING (id)
), residence_asked AS MATERIALIZED (
  SELECT id FROM residence_touched(the_change, old_day, new_day)
  UNION SELECT x.id FROM crossing_unit c
        JOIN residence_around(n, old_day, new_day) x ON x.unit_id = c.id
), residence_row AS MATERIALIZED (
  SELECT x.* FROM residence_asked
  JOIN residence_around(n, old_day, new_day) x USING (id)
), tenancy_asked AS MATERIALIZED (
  SELECT id FROM tenancy_touched(the_change, old_day, new_day)
  UNION SELECT x.id FROM crossing_unit c
        JOIN tenancy_around(n, old_day, new_day) x ON x.unit_id = c.id
), tenancy_row AS MATERIALIZED (
  SELECT x.* FROM tenancy_asked
  JOIN tenancy_around(n, old_day, new_day) x USING (id)
), organisation_row AS MATERIALIZED (
  SELECT x.* FROM (
    SELECT id FROM organisation_touched(the_change, old_day, new_day)
    UNION SELECT x.id FROM crossing_unit c
          JOIN organisation_around(n, old_day, new_day) x ON x.unit_id = c.id
  ) a
  JOIN organisation_around(n, old_day, new_day) x USING (id)
), evidence_row AS MATERIALIZED (
  SELECT x.* FROM (
    SELECT id FROM evidence_touched(the_change, old_day, new_day)
    UNION SELECT x.id FROM crossing_unit c
          JOIN evidence_around(n, old_day, new_day) x ON x.unit_id = c.id
  ) a
  JOIN evidence_around(n, old_day, new_day) x USING (id)
), person_asked AS MATERIALIZED (
  SELECT id FROM person_touched(the_change, old_day, new_day)
  UNION SELECT person_id FROM residence_row
  UNION SELECT landlord_id FROM tenancy_row WHERE landlord_id IS NOT NULL
  UNION SELECT tenant_id FROM tenancy_row WHERE tenant_id IS NOT NULL
  UNION SELECT p.id FROM person p
        WHERE old_codes <> new_codes
          AND p.registered_region_code LIKE ANY (SELECT code || '%' FROM unnest(old_codes || new_codes) code)
  UNION SELECT id FROM line_end
), person_row AS MATERIALIZED (
  SELECT x.* FROM person_asked
  JOIN person_around(n, old_day, new_day) x USING (id)
), person_home AS MATERIALIZED (
  SELECT x.person_id, x.unit_id, x.was, x.now, true AS lives FROM person_asked a
  JOIN residence_around(n, old_day, new_day) x ON x.person_id = a.id
  UNION ALL
  SELECT a.id, x.unit_id, x.was, x.now, false FROM person_asked a
  JOIN tenancy_around(n, old_day, new_day) x ON x.landlord_id = a.id
  UNION ALL
  SELECT a.id, x.unit_id, x.was, x.now, false FROM person_asked a
  JOIN tenancy_around(n, old_day, new_day) x ON x.tenant_id = a.id
), address_asked AS MATERIALIZED (
  SELECT id FROM address_touched(the_change, old_day, new_day)
  UNION SELECT m.id FROM community_move m WHERE m.change = the_change AND m.kind = 'address'
  UNION SELECT a.id FROM address a
        WHERE altered_area <> '{}' AND a.community_id = ANY (altered_area)
  UNION SELECT m.id FROM community_move m
        WHERE altered_area <> '{}' AND m.community_id = ANY (altered_area) AND m.kind = 'address'
  UNION SELECT b.address_id FROM building_asked
        JOIN building_around(n, old_day, new_day) b USING (id)
        WHERE b.address_id IS NOT NULL
  UNION SELECT u.address_id FROM (SELECT id FROM unit_changed UNION SELECT id FROM crossing_unit) c
        JOIN unit_around(n, old_day, new_day) u USING (id)
        WHERE u.address_id IS NOT NULL
  UNION SELECT id FROM line_end
), address_building AS MATERIALIZED (
  SELECT b.id, b.address_id, b.was, b.now FROM address_asked a
  JOIN building_around(n, old_day, new_day) b ON b.address_id = a.id
), address_unit AS MATERIALIZED (
  SELECT u.id, u.building_id, u.address_id, u.was, u.now FROM address_asked a
  JOIN unit_around(n, old_day, new_day) u ON u.address_id = a.id
), unit_asked AS MATERIALIZED (
  SELECT id FROM unit_changed
  UNION SELECT unit_id FROM household_row UNION SELECT unit_id FROM residence_row UNION SELECT unit_id FROM tenancy_row
  UNION SELECT unit_id FROM organisation_row WHERE unit_id IS NOT NULL UNION SELECT unit_id FROM evidence_row
  UNION SELECT unit_id FROM person_home UNION SELECT id FROM line_end
), unit_row AS MATERIALIZED (
  SELECT u.* FROM unit_asked
  JOIN unit_around(n, old_day, new_day) u USING (id)
), building_row AS MATERIALIZED (
  SELECT b.* FROM (
    SELECT id FROM building_asked UNION SELECT building_id FROM unit_row UNION SELECT building_id FROM entrance_row
    UNION SELECT id FROM address_building
    UNION SELECT building_id FROM address_unit UNION SELECT id FROM line_end
  ) a
  JOIN building_around(n, old_day, new_day) b USING (id)
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
  JOIN address_around(n, old_day, new_day) a USING (id)
), grid_row AS MATERIALIZED (
  SELECT g.* FROM (
    SELECT id FROM grid_touched(the_change, old_day, new_day)
    UNION SELECT x.id FROM grid x
          WHERE altered_area <> '{}' AND x.community_id = ANY (altered_area)
    UNION SELECT s.grid_id FROM staff_post_touched(the_change, old_day, new_day)
          JOIN staff_post_around(n, old_day, new_day) s USING (id)
    UNION SELECT id FROM line_end
  ) a
  JOIN grid_around(n, old_day, new_day) g USING (id)
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
    SELECT id FROM staff_post_touched(the_change, old_day, new_day)
    UNION SELECT x.id FROM grid_lies g
          JOIN staff_post_around(n, old_day, new_day) x ON x.grid_id = g.id
          WHERE g.lay IS DISTINCT FROM g.lies
  ) a
  JOIN staff_post_around(n, old_day, new_day) s USING (id)
  LEFT JOIN grid_lies g ON g.id = s.grid_id
  UNION ALL
  SELECT 'estate', e.version, e.id,
         e.was AND bool_or(e.was AND e.community_before = ANY (old_area)) OVER thing,
         e.now AND bool_or(e.now AND e.community = ANY (new_area)) OVER thing, e.now, e.closes
  FROM (
    SELECT id FROM estate_touched(the_change, old_day, new_day)
    UNION SELECT m.id FROM community_move m WHERE m.change = the_change AND m.kind = 'estate'
    UNION SELECT x.id FROM estate x
          WHERE altered_area <> '{}' AND x.community_id = ANY (altered_area)
    UNION SELECT m.id FROM community_move m
          WHERE altered_area <> '{}' AND m.community_id = ANY (altered_area) AND m.kind = 'estate'
  ) a
  JOIN estate_around(n, old_day, new_day) e USING (id)
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
    SELECT id FROM lineage_touched(the_change, old_day, new_day)
    UNION SELECT x.id FROM thing_lies t
          JOIN lineage_around(n, old_day, new_day) x ON x.to_id = t.id
          WHERE t.lay <> t.lies
  ) a
  JOIN lineage_around(n, old_day, new_day) l USING (id)
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
UNION ALL SELECT 'OPENED', 'context_feature', version FROM context_feature WHERE opened_by = the_change;
END $$;
COMMENT ON FUNCTION register.passage(bigint, bigint, date, date, bigint[], bigint[], bigint[], text[], text[]) IS
  'Of a change, for a reader of the communities old_area before and new_area behind it: versions to hold no more (CLOSED), versions to take in (OPENED), things that left (LEFT). altered_area: communities in one of both; codes: those of the area.';
