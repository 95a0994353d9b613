-- Plans of grids (decisions/25): what operators draw before it is so. A plan is a document; the register's facts are written
-- once, when it is published.

CREATE SCHEMA plan;
COMMENT ON SCHEMA plan IS 'What is being drawn: plans of grids, whose they are, what was said of them. No facts.';

INSERT INTO register.setting (name, value, about) VALUES
  ('plan.four_eyes', 'true', 'Whether a plan of grids is approved by another account than the one that checked it'),
  ('plan.load_unknown', '1', 'Households a grid is loaded with for each dwelling that is UNLINKED or UNVISITED'),
  ('plan.sliver_metres', '0.5', 'Parts of grids narrower than so many metres are faults of a plan');

CREATE TABLE plan.grid_plan (
  id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT grid_plan_pk PRIMARY KEY,
  name       text        NOT NULL CONSTRAINT grid_plan_name_said CHECK (length(name) BETWEEN 1 AND 100),
  state      text        NOT NULL DEFAULT 'DRAFT' CONSTRAINT grid_plan_state_known
    CHECK (state IN ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED', 'UNDONE', 'WITHDRAWN')),
  revision   int         NOT NULL DEFAULT 1,
  document   jsonb       NOT NULL,
  based_on   date        NOT NULL,
  base       jsonb       NOT NULL,
  account_id bigint      NOT NULL DEFAULT access.current_account() CONSTRAINT grid_plan_account_fk REFERENCES access.account (id),
  made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  saved_by   bigint      NOT NULL DEFAULT access.current_account() CONSTRAINT grid_plan_saved_by_fk REFERENCES access.account (id),
  saved_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  valid_from date,
  change_id  bigint CONSTRAINT grid_plan_change_fk REFERENCES register.change (id),
  undo_id    bigint CONSTRAINT grid_plan_undo_fk REFERENCES register.change (id),
  CONSTRAINT grid_plan_published_whole CHECK ((state IN ('PUBLISHED', 'UNDONE')) = (num_nonnulls(valid_from, change_id) = 2)
                                              AND (state = 'UNDONE') = (undo_id IS NOT NULL))
);
COMMENT ON TABLE plan.grid_plan IS 'A plan of the grids of some communities.';
COMMENT ON COLUMN plan.grid_plan.id IS 'Number of the plan.';
COMMENT ON COLUMN plan.grid_plan.name IS 'What its makers call it.';
COMMENT ON COLUMN plan.grid_plan.state IS 'DRAFT is drawn in; CHECKED, APPROVED; PUBLISHED and UNDONE are facts of the register; WITHDRAWN was given up.';
COMMENT ON COLUMN plan.grid_plan.revision IS 'How often it was saved.';
COMMENT ON COLUMN plan.grid_plan.document IS 'Its grids with polygons, names and teams, as the editor sent them.';
COMMENT ON COLUMN plan.grid_plan.based_on IS 'Day whose grids it was begun from: today, or the last day from which others are known already.';
COMMENT ON COLUMN plan.grid_plan.base IS 'By id of a grid the version it was begun from: with others it cannot be published.';
COMMENT ON COLUMN plan.grid_plan.account_id IS 'Whose it is.';
COMMENT ON COLUMN plan.grid_plan.made_at IS 'When it was begun.';
COMMENT ON COLUMN plan.grid_plan.saved_by IS 'Who saved it last.';
COMMENT ON COLUMN plan.grid_plan.saved_at IS 'When.';
COMMENT ON COLUMN plan.grid_plan.valid_from IS 'First day of its grids, once published.';
COMMENT ON COLUMN plan.grid_plan.change_id IS 'Change it was published under.';
COMMENT ON COLUMN plan.grid_plan.undo_id IS 'Change it was taken back under.';

CREATE TABLE plan.grid_plan_community (
  plan_id      bigint NOT NULL CONSTRAINT grid_plan_community_plan_fk REFERENCES plan.grid_plan (id),
  community_id bigint NOT NULL CONSTRAINT grid_plan_community_region_fk REFERENCES identity.region (id),
  CONSTRAINT grid_plan_community_pk PRIMARY KEY (plan_id, community_id)
);
CREATE INDEX grid_plan_community_region_ix ON plan.grid_plan_community (community_id, plan_id);
COMMENT ON TABLE plan.grid_plan_community IS 'Communities whose grids a plan holds: all grids of each.';
COMMENT ON COLUMN plan.grid_plan_community.plan_id IS 'The plan.';
COMMENT ON COLUMN plan.grid_plan_community.community_id IS 'The community.';

CREATE TABLE plan.grid_plan_share (
  plan_id    bigint NOT NULL CONSTRAINT grid_plan_share_plan_fk REFERENCES plan.grid_plan (id),
  account_id bigint NOT NULL CONSTRAINT grid_plan_share_account_fk REFERENCES access.account (id),
  CONSTRAINT grid_plan_share_pk PRIMARY KEY (plan_id, account_id)
);
COMMENT ON TABLE plan.grid_plan_share IS 'Colleagues who draw in a plan beside whose it is.';
COMMENT ON COLUMN plan.grid_plan_share.plan_id IS 'The plan.';
COMMENT ON COLUMN plan.grid_plan_share.account_id IS 'The colleague.';

CREATE TABLE plan.grid_plan_comment (
  id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT grid_plan_comment_pk PRIMARY KEY,
  plan_id    bigint      NOT NULL CONSTRAINT grid_plan_comment_plan_fk REFERENCES plan.grid_plan (id),
  account_id bigint      NOT NULL DEFAULT access.current_account() CONSTRAINT grid_plan_comment_account_fk REFERENCES access.account (id),
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  text       text        NOT NULL CONSTRAINT grid_plan_comment_said CHECK (length(text) BETWEEN 1 AND 1000),
  grid       bigint,
  lon        double precision,
  lat        double precision,
  CONSTRAINT grid_plan_comment_place_whole CHECK (num_nonnulls(lon, lat) IN (0, 2))
);
CREATE INDEX grid_plan_comment_plan_ix ON plan.grid_plan_comment (plan_id, id);
COMMENT ON TABLE plan.grid_plan_comment IS 'What was said of a plan; comments are only added.';
COMMENT ON COLUMN plan.grid_plan_comment.id IS 'Number of the comment.';
COMMENT ON COLUMN plan.grid_plan_comment.plan_id IS 'The plan.';
COMMENT ON COLUMN plan.grid_plan_comment.account_id IS 'Who said it.';
COMMENT ON COLUMN plan.grid_plan_comment.at IS 'When.';
COMMENT ON COLUMN plan.grid_plan_comment.text IS 'What.';
COMMENT ON COLUMN plan.grid_plan_comment.grid IS 'Grid of the plan it is about, by its number in the document; null: none.';
COMMENT ON COLUMN plan.grid_plan_comment.lon IS 'Place it is about, EPSG:4490; null: none.';
COMMENT ON COLUMN plan.grid_plan_comment.lat IS 'Place it is about.';

CREATE TABLE plan.grid_plan_step (
  id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT grid_plan_step_pk PRIMARY KEY,
  plan_id    bigint      NOT NULL CONSTRAINT grid_plan_step_plan_fk REFERENCES plan.grid_plan (id),
  account_id bigint      NOT NULL DEFAULT access.current_account() CONSTRAINT grid_plan_step_account_fk REFERENCES access.account (id),
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  state      text        NOT NULL,
  why        text,
  revision   int         NOT NULL
);
CREATE INDEX grid_plan_step_plan_ix ON plan.grid_plan_step (plan_id, id);
COMMENT ON TABLE plan.grid_plan_step IS 'Who brought a plan to which state; only added to.';
COMMENT ON COLUMN plan.grid_plan_step.id IS 'Number of the step.';
COMMENT ON COLUMN plan.grid_plan_step.plan_id IS 'The plan.';
COMMENT ON COLUMN plan.grid_plan_step.account_id IS 'Who.';
COMMENT ON COLUMN plan.grid_plan_step.at IS 'When.';
COMMENT ON COLUMN plan.grid_plan_step.state IS 'State it came to.';
COMMENT ON COLUMN plan.grid_plan_step.why IS 'Reason, where one is asked for.';
COMMENT ON COLUMN plan.grid_plan_step.revision IS 'Revision of the document then.';

-- The second wall: a plan is seen by who reads all its communities, and made by who plans there.
CREATE FUNCTION plan.reaches(plan bigint, what text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_and(coalesce(c.community_id <@ r.ids, false)), true)
  FROM plan.grid_plan_community c
  LEFT JOIN access.reach r ON r.account_id = access.current_account() AND r.what = reaches.what
  WHERE c.plan_id = reaches.plan
$$;
COMMENT ON FUNCTION plan.reaches(bigint, text) IS 'Whether the account may do something (reach.what) in all communities of a plan.';

ALTER TABLE plan.grid_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.grid_plan_community ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.grid_plan_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.grid_plan_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan.grid_plan_step ENABLE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA plan TO registry_service;
GRANT SELECT, INSERT (name, document, based_on, base),
  UPDATE (name, state, revision, document, saved_by, saved_at, valid_from, change_id, undo_id) ON plan.grid_plan TO registry_service;
GRANT SELECT, INSERT ON plan.grid_plan_community TO registry_service;
GRANT SELECT, INSERT, DELETE ON plan.grid_plan_share TO registry_service;
GRANT SELECT, INSERT (plan_id, text, grid, lon, lat) ON plan.grid_plan_comment TO registry_service;
GRANT SELECT, INSERT (plan_id, state, why, revision) ON plan.grid_plan_step TO registry_service;
-- which communities a plan is of is no secret, as which grids there are is none
CREATE POLICY grid_plan_community_read ON plan.grid_plan_community FOR SELECT TO registry_service USING (true);
CREATE POLICY grid_plan_community_add ON plan.grid_plan_community FOR INSERT TO registry_service WITH CHECK (
  coalesce((SELECT community_id <@ r.ids FROM access.reach r WHERE r.account_id = access.current_account() AND r.what = 'GRID'), false));
CREATE POLICY grid_plan_read ON plan.grid_plan FOR SELECT TO registry_service USING (plan.reaches(id, 'READ'));
CREATE POLICY grid_plan_add ON plan.grid_plan FOR INSERT TO registry_service WITH CHECK (account_id = access.current_account());
CREATE POLICY grid_plan_write ON plan.grid_plan FOR UPDATE TO registry_service USING (plan.reaches(id, 'READ'));
CREATE POLICY grid_plan_share_all ON plan.grid_plan_share TO registry_service USING (plan.reaches(plan_id, 'READ'));
CREATE POLICY grid_plan_comment_all ON plan.grid_plan_comment TO registry_service USING (plan.reaches(plan_id, 'READ'));
CREATE POLICY grid_plan_step_all ON plan.grid_plan_step TO registry_service USING (plan.reaches(plan_id, 'READ'));

INSERT INTO access.role_permission (role_id, permission)
SELECT r.id, 'GRID_APPROVE' FROM access.role r WHERE r.name IN ('gis', 'steward') AND r.built_in;

-- A node that a plan puts on the border of its communities goes into the outlines on the other side too, which its maker may
-- have no right to: no ground changes hands.
CREATE FUNCTION register.same_but_nodes(one geometry, other geometry) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH a AS MATERIALIZED (SELECT DISTINCT (d).geom AS node FROM ST_DumpPoints(one) d),
       b AS MATERIALIZED (SELECT DISTINCT (d).geom AS node FROM ST_DumpPoints(other) d)
  SELECT ST_HausdorffDistance(ST_Boundary(one), ST_Boundary(other)) < 2e-8
     AND (NOT EXISTS (SELECT node FROM a EXCEPT SELECT node FROM b) OR NOT EXISTS (SELECT node FROM b EXCEPT SELECT node FROM a))
$$;
COMMENT ON FUNCTION register.same_but_nodes(geometry, geometry) IS 'Whether two areas are one but for vertices on straight borders that only one of them has (within two steps of 1e-8 degrees).';

CREATE FUNCTION register.put_nodes(kind text, thing bigint, first date, shape geometry) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = register, public, pg_temp AS $$
DECLARE
  change  CONSTANT bigint := access.current_change();
  columns CONSTANT text := CASE kind WHEN 'grid' THEN 'code, name, kind, setting, community_id' WHEN 'region' THEN 'level, code, name, parent_id' END;
  instant timestamptz;
  old     record;
  written bigint := 0;
BEGIN
  IF columns IS NULL OR change IS NULL OR NOT EXISTS (SELECT FROM register.change c WHERE c.id = change AND c.kind IN ('PLAN', 'UNDO')) THEN
    RAISE EXCEPTION 'nodes are put by plans alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR old IN EXECUTE format('SELECT x.version, x.valid, x.geom, x.opened_by, lower(x.recorded) AS since FROM register.%I x
                             WHERE x.id = $1 AND upper_inf(x.recorded) AND x.valid && daterange($2, NULL)', kind) USING thing, first LOOP
    IF NOT register.same_but_nodes(old.geom, shape) THEN
      RAISE EXCEPTION 'more than nodes: % %', kind, thing USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT greatest(c.at, old.since + interval '1 microsecond') INTO instant FROM register.change c WHERE c.id = change;
    EXECUTE format('UPDATE register.%I SET recorded = tstzrange(lower(recorded), $1), closed_by = $2 WHERE version = $3', kind)
      USING instant, change, old.version;
    EXECUTE format('INSERT INTO register.%1$I (id, valid, recorded, opened_by, geom, %2$s)
                    SELECT x.id, d.days, tstzrange($1, NULL), $2, d.geom, %3$s FROM register.%1$I x
                    CROSS JOIN LATERAL (VALUES (x.valid * daterange(NULL, $4), x.geom), (x.valid * daterange($4, NULL), $5)) d (days, geom)
                    WHERE x.version = $3 AND NOT isempty(d.days)', kind, columns, 'x.' || replace(columns, ', ', ', x.'))
      USING instant, change, old.version, first, shape;
    written := written + 1;
  END LOOP;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.put_nodes(text, bigint, date, geometry) IS
  'Gives a grid or region an outline that differs in nodes alone, from a day on, under the change of the transaction; whoever it belongs to.';
REVOKE EXECUTE ON FUNCTION register.put_nodes(text, bigint, date, geometry) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.put_nodes(text, bigint, date, geometry) TO registry_service;

-- What a change took in the place of an outline with other nodes.
CREATE FUNCTION register.take_back_nodes(kind text, thing bigint, undone bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = register, public, pg_temp AS $$
DECLARE
  change  CONSTANT bigint := access.current_change();
  columns CONSTANT text := CASE kind WHEN 'grid' THEN 'code, name, kind, setting, community_id' WHEN 'region' THEN 'level, code, name, parent_id' END;
  differs boolean;
  written bigint;
BEGIN
  IF columns IS NULL OR change IS NULL OR NOT EXISTS (SELECT FROM register.change c WHERE c.id = change AND c.kind = 'UNDO') THEN
    RAISE EXCEPTION 'nodes are taken back by undoing plans alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM register.%1$I n JOIN register.%1$I o ON o.id = n.id AND o.closed_by = n.opened_by AND o.valid && n.valid
                                 WHERE n.id = $1 AND n.opened_by = $2 AND NOT register.same_but_nodes(o.geom, n.geom))', kind)
    INTO differs USING thing, undone;
  IF differs THEN
    RAISE EXCEPTION 'more than nodes: % %', kind, thing USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format('UPDATE register.%I n SET recorded = tstzrange(lower(n.recorded), greatest(c.at, lower(n.recorded) + interval ''1 microsecond'')), closed_by = c.id
                  FROM register.change c WHERE c.id = $3 AND n.id = $1 AND n.opened_by = $2 AND upper_inf(n.recorded)', kind) USING thing, undone, change;
  EXECUTE format('INSERT INTO register.%1$I (id, valid, recorded, opened_by, geom, %2$s)
                  SELECT x.id, x.valid, tstzrange((SELECT max(upper(e.recorded)) FROM register.%1$I e WHERE e.id = x.id AND NOT upper_inf(e.recorded)), NULL), $3, x.geom, %3$s
                  FROM register.%1$I x WHERE x.id = $1 AND x.closed_by = $2', kind, columns, 'x.' || replace(columns, ', ', ', x.')) USING thing, undone, change;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.take_back_nodes(text, bigint, bigint) IS 'Gives a grid or region back the outline it had before a plan put nodes on it.';
REVOKE EXECUTE ON FUNCTION register.take_back_nodes(text, bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.take_back_nodes(text, bigint, bigint) TO registry_service;
GRANT UPDATE (undoes) ON register.change TO registry_service;
COMMENT ON COLUMN register.change.undoes IS 'The import or publication this change takes back; null: it takes none back.';

-- Outside the areas of its account a change may open nothing but outlines with other nodes.
CREATE OR REPLACE FUNCTION access.written_inside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = register, public, pg_temp AS $$
DECLARE
  kind    text;
  touched boolean;
  outside bigint;
BEGIN
  FOR kind IN SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
              WHERE c.relnamespace = 'register'::regnamespace AND p.polname = c.relname || '_open' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM register.%I WHERE opened_by = $1)', kind) INTO touched USING NEW.id;
    IF touched THEN
      EXECUTE format('SELECT id FROM register.%I WHERE opened_by = $1 AND (%s) IS NOT TRUE %s LIMIT 1', kind, access.condition(kind, access.writing(kind)),
        CASE kind
          WHEN 'grid' THEN 'AND NOT EXISTS (SELECT FROM register.grid o WHERE o.id = grid.id AND o.closed_by = $1 AND o.valid && grid.valid'
            || ' AND (o.code, o.name, o.kind, o.setting, o.community_id) = (grid.code, grid.name, grid.kind, grid.setting, grid.community_id)'
            || ' AND register.same_but_nodes(o.geom, grid.geom))'
          WHEN 'region' THEN 'AND NOT EXISTS (SELECT FROM register.region o WHERE o.id = region.id AND o.closed_by = $1 AND o.valid && region.valid'
            || ' AND (o.level, o.code, o.name, o.parent_id) = (region.level, region.code, region.name, region.parent_id)'
            || ' AND register.same_but_nodes(o.geom, region.geom))'
          ELSE '' END)
      INTO outside USING NEW.id;
      IF outside IS NOT NULL THEN
        RAISE EXCEPTION 'outside the areas of the account: % %', kind, outside USING ERRCODE = 'insufficient_privilege';
      END IF;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
