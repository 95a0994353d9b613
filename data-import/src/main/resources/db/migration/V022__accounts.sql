-- Who may do what, where: accounts, how they sign in, roles, grants by area and day, and the log of what became of them.
-- Nothing here is a fact of the city, so nothing has two times; access.event says what was changed, by whom and when.

CREATE SCHEMA access;
COMMENT ON SCHEMA access IS 'Accounts, sign-in, roles and grants, the areas they come to, and the log.';

CREATE TABLE access.account (
  id               bigint GENERATED ALWAYS AS IDENTITY,
  name             text        NOT NULL,
  display_name     text        NOT NULL,
  kind             text        NOT NULL DEFAULT 'PERSON',
  password         text,
  password_set_at  timestamptz,
  password_passing boolean     NOT NULL DEFAULT false,
  provider         text,
  subject          text,
  demo             boolean     NOT NULL DEFAULT false,
  disabled_at      timestamptz,
  created_at       timestamptz NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT account_pk PRIMARY KEY (id),
  CONSTRAINT account_name_unique UNIQUE (name),
  CONSTRAINT account_name_folded CHECK (name = lower(name) AND name !~ '[[:space:]:]' AND char_length(name) BETWEEN 1 AND 64),
  CONSTRAINT account_display_name_there CHECK (char_length(display_name) BETWEEN 1 AND 64),
  CONSTRAINT account_kind_known CHECK (kind IN ('PERSON', 'PROGRAM')),
  CONSTRAINT account_program_has_no_password CHECK (kind = 'PERSON' OR password IS NULL),
  CONSTRAINT account_password_dated CHECK ((password IS NULL) = (password_set_at IS NULL)),
  CONSTRAINT account_subject_of_provider CHECK ((provider IS NULL) = (subject IS NULL)),
  CONSTRAINT account_subject_unique UNIQUE (provider, subject)
);
COMMENT ON TABLE access.account IS 'Who may sign in. Never deleted: change records and the log name it.';
COMMENT ON COLUMN access.account.id IS 'Number of the account.';
COMMENT ON COLUMN access.account.name IS 'Name to sign in with, NFKC and lower case; it is what change records say.';
COMMENT ON COLUMN access.account.display_name IS 'Name on screens.';
COMMENT ON COLUMN access.account.kind IS 'PERSON, or PROGRAM: tokens alone.';
COMMENT ON COLUMN access.account.password IS 'Hash with its algorithm, {argon2}…; null: no password.';
COMMENT ON COLUMN access.account.password_set_at IS 'When the password was set.';
COMMENT ON COLUMN access.account.password_passing IS 'Somebody else set the password: good for one thing only, setting another.';
COMMENT ON COLUMN access.account.provider IS 'Identity provider that vouches for it; null: none.';
COMMENT ON COLUMN access.account.subject IS 'What the provider calls it (sub).';
COMMENT ON COLUMN access.account.demo IS 'Demo account with a known password; while one is enabled the service listens on loopback alone.';
COMMENT ON COLUMN access.account.disabled_at IS 'Since when it may not be used; null: it may.';
COMMENT ON COLUMN access.account.created_at IS 'When it was made.';

CREATE TABLE access.role (
  id       bigint GENERATED ALWAYS AS IDENTITY,
  name     text    NOT NULL,
  label    text    NOT NULL,
  built_in boolean NOT NULL DEFAULT false,
  CONSTRAINT role_pk PRIMARY KEY (id),
  CONSTRAINT role_name_unique UNIQUE (name)
);
COMMENT ON TABLE access.role IS 'A named set of permissions and of sights on personal fields.';
COMMENT ON COLUMN access.role.id IS 'Number of the role.';
COMMENT ON COLUMN access.role.name IS 'Stable name.';
COMMENT ON COLUMN access.role.label IS 'Name on screens.';
COMMENT ON COLUMN access.role.built_in IS 'Comes with the product and is not changed by hand.';

CREATE TABLE access.role_permission (
  role_id    bigint NOT NULL,
  permission text   NOT NULL,
  CONSTRAINT role_permission_pk PRIMARY KEY (role_id, permission),
  CONSTRAINT role_permission_role_fk FOREIGN KEY (role_id) REFERENCES access.role (id)
);
COMMENT ON TABLE access.role_permission IS 'What a role may do.';
COMMENT ON COLUMN access.role_permission.role_id IS 'The role.';
COMMENT ON COLUMN access.role_permission.permission IS 'A word of the service''s Permission.';

CREATE TABLE access.role_field (
  role_id bigint NOT NULL,
  field   text   NOT NULL,
  sight   text   NOT NULL,
  CONSTRAINT role_field_pk PRIMARY KEY (role_id, field),
  CONSTRAINT role_field_role_fk FOREIGN KEY (role_id) REFERENCES access.role (id),
  CONSTRAINT role_field_sight_known CHECK (sight IN ('MASKED', 'FULL'))
);
COMMENT ON TABLE access.role_field IS 'Which personal fields a role sees; a field that is not named is not seen at all.';
COMMENT ON COLUMN access.role_field.role_id IS 'The role.';
COMMENT ON COLUMN access.role_field.field IS 'A word of the service''s PersonField.';
COMMENT ON COLUMN access.role_field.sight IS 'MASKED, or FULL: masked until asked for with a reason.';

CREATE TABLE access.role_grant (
  id           bigint GENERATED ALWAYS AS IDENTITY,
  account_id   bigint      NOT NULL,
  role_id      bigint      NOT NULL,
  region_id    bigint,
  grid_id      bigint,
  days         daterange   NOT NULL,
  stand_in_for bigint,
  granted_by   text        NOT NULL,
  granted_at   timestamptz NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT role_grant_pk PRIMARY KEY (id),
  CONSTRAINT role_grant_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id),
  CONSTRAINT role_grant_role_fk FOREIGN KEY (role_id) REFERENCES access.role (id),
  CONSTRAINT role_grant_region_fk FOREIGN KEY (region_id) REFERENCES identity.region (id),
  CONSTRAINT role_grant_grid_fk FOREIGN KEY (grid_id) REFERENCES identity.grid (id),
  CONSTRAINT role_grant_stand_in_fk FOREIGN KEY (stand_in_for) REFERENCES access.account (id),
  CONSTRAINT role_grant_one_area CHECK (num_nonnulls(region_id, grid_id) <= 1),
  CONSTRAINT role_grant_days_there CHECK (NOT lower_inf(days)),
  CONSTRAINT role_grant_no_double EXCLUDE USING gist (account_id WITH =, role_id WITH =, (coalesce(region_id, 0)) WITH =, (coalesce(grid_id, 0)) WITH =, days WITH &&)
);
CREATE INDEX role_grant_role_ix ON access.role_grant (role_id);
COMMENT ON TABLE access.role_grant IS 'An account has a role in an area on some days. Taken back by ending its days; empty days: it never held.';
COMMENT ON COLUMN access.role_grant.id IS 'Number of the grant.';
COMMENT ON COLUMN access.role_grant.account_id IS 'Who has the role.';
COMMENT ON COLUMN access.role_grant.role_id IS 'The role.';
COMMENT ON COLUMN access.role_grant.region_id IS 'Where: a region of any level and all inside it.';
COMMENT ON COLUMN access.role_grant.grid_id IS 'Where: one grid. Neither region nor grid: the whole city.';
COMMENT ON COLUMN access.role_grant.days IS 'Days of Asia/Shanghai [from, to) on which it holds.';
COMMENT ON COLUMN access.role_grant.stand_in_for IS 'AB岗: whom the account stands in for; null: nobody.';
COMMENT ON COLUMN access.role_grant.granted_by IS 'Account or program that granted it.';
COMMENT ON COLUMN access.role_grant.granted_at IS 'When.';

CREATE TABLE access.session (
  id         bigint GENERATED ALWAYS AS IDENTITY,
  hash       bytea       NOT NULL,
  account_id bigint      NOT NULL,
  factors    smallint    NOT NULL DEFAULT 1,
  began_at   timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  address    text        NOT NULL,
  agent      text        NOT NULL,
  CONSTRAINT session_pk PRIMARY KEY (id),
  CONSTRAINT session_hash_unique UNIQUE (hash),
  CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id),
  CONSTRAINT session_factors_known CHECK (factors IN (1, 2))
);
CREATE INDEX session_account_ix ON access.session (account_id);
COMMENT ON TABLE access.session IS 'Browsers that are signed in. A row that is gone, or too old, is a session that is over.';
COMMENT ON COLUMN access.session.id IS 'Number of the session, for its owner to end it by.';
COMMENT ON COLUMN access.session.hash IS 'SHA-256 of the cookie.';
COMMENT ON COLUMN access.session.account_id IS 'Who is signed in.';
COMMENT ON COLUMN access.session.factors IS '1: password alone, 2: with a second factor.';
COMMENT ON COLUMN access.session.began_at IS 'When it began; after some hours it is over whatever is done.';
COMMENT ON COLUMN access.session.seen_at IS 'Last request, to the minute.';
COMMENT ON COLUMN access.session.address IS 'Address it was begun from.';
COMMENT ON COLUMN access.session.agent IS 'Browser it was begun in, as it calls itself.';

CREATE TABLE access.token (
  id         bigint GENERATED ALWAYS AS IDENTITY,
  account_id bigint      NOT NULL,
  name       text        NOT NULL,
  hash       bytea       NOT NULL,
  made_at    timestamptz NOT NULL DEFAULT transaction_timestamp(),
  used_at    timestamptz,
  expires_at timestamptz,
  CONSTRAINT token_pk PRIMARY KEY (id),
  CONSTRAINT token_hash_unique UNIQUE (hash),
  CONSTRAINT token_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id),
  CONSTRAINT token_name_there CHECK (char_length(name) BETWEEN 1 AND 64)
);
CREATE INDEX token_account_ix ON access.token (account_id);
COMMENT ON TABLE access.token IS 'What programs sign in with. A token taken back is a row that is gone; the log keeps that it was.';
COMMENT ON COLUMN access.token.id IS 'Number of the token, to take it back by.';
COMMENT ON COLUMN access.token.account_id IS 'Whose rights it has.';
COMMENT ON COLUMN access.token.name IS 'What its owner calls it.';
COMMENT ON COLUMN access.token.hash IS 'SHA-256 of the token: 256 random bits need no slow hash.';
COMMENT ON COLUMN access.token.made_at IS 'When it was made.';
COMMENT ON COLUMN access.token.used_at IS 'Last use, to the minute.';
COMMENT ON COLUMN access.token.expires_at IS 'From when it is no longer good; null: never.';

CREATE TABLE access.totp (
  account_id   bigint      NOT NULL,
  secret       bytea       NOT NULL,
  made_at      timestamptz NOT NULL DEFAULT transaction_timestamp(),
  confirmed_at timestamptz,
  last_step    bigint      NOT NULL DEFAULT 0,
  CONSTRAINT totp_pk PRIMARY KEY (account_id),
  CONSTRAINT totp_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id)
);
COMMENT ON TABLE access.totp IS 'The shared secret of one-time codes (RFC 6238).';
COMMENT ON COLUMN access.totp.account_id IS 'Whose.';
COMMENT ON COLUMN access.totp.secret IS 'Sealed by the key ring, bound to the account.';
COMMENT ON COLUMN access.totp.made_at IS 'When it was made.';
COMMENT ON COLUMN access.totp.confirmed_at IS 'When its owner first gave a code; null: it does not count yet.';
COMMENT ON COLUMN access.totp.last_step IS 'Time step of the last code taken: no code is taken twice.';

CREATE TABLE access.recovery_code (
  account_id bigint NOT NULL,
  hash       bytea  NOT NULL,
  CONSTRAINT recovery_code_pk PRIMARY KEY (account_id, hash),
  CONSTRAINT recovery_code_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id)
);
COMMENT ON TABLE access.recovery_code IS 'Codes good once, for who lost the device. A used code is a row that is gone.';
COMMENT ON COLUMN access.recovery_code.account_id IS 'Whose.';
COMMENT ON COLUMN access.recovery_code.hash IS 'SHA-256 of the code (80 random bits).';

CREATE TABLE access.sign_in_failure (
  account text        NOT NULL,
  origin  text        NOT NULL,
  count   integer     NOT NULL,
  last_at timestamptz NOT NULL,
  CONSTRAINT sign_in_failure_pk PRIMARY KEY (account, origin)
);
COMMENT ON TABLE access.sign_in_failure IS 'Wrong passwords in a row, by what was typed as a name and where it came from; the next try waits the longer.';
COMMENT ON COLUMN access.sign_in_failure.account IS 'Digest of the name as typed, known or not: people type passwords there.';
COMMENT ON COLUMN access.sign_in_failure.origin IS 'Network address; or the browser, where it signed in to this account before, so that strangers do not lock it out.';
COMMENT ON COLUMN access.sign_in_failure.count IS 'Failures since the last success or the last quiet day.';
COMMENT ON COLUMN access.sign_in_failure.last_at IS 'The last of them.';

CREATE TABLE access.known_browser (
  hash       bytea       NOT NULL,
  account_id bigint      NOT NULL,
  seen_at    timestamptz NOT NULL,
  CONSTRAINT known_browser_pk PRIMARY KEY (hash, account_id),
  CONSTRAINT known_browser_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id)
);
COMMENT ON TABLE access.known_browser IS 'Browsers that signed in to an account before; they wait for their own failures alone.';
COMMENT ON COLUMN access.known_browser.hash IS 'SHA-256 of its long-lived cookie.';
COMMENT ON COLUMN access.known_browser.account_id IS 'Account it signed in to.';
COMMENT ON COLUMN access.known_browser.seen_at IS 'Last sign-in.';

CREATE TABLE access.first_token (
  hash       bytea       NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT first_token_pk PRIMARY KEY (hash)
);
COMMENT ON TABLE access.first_token IS 'One-time token with which the first administrator is made; at most one row, none once an account exists.';
COMMENT ON COLUMN access.first_token.hash IS 'SHA-256 of the token.';
COMMENT ON COLUMN access.first_token.expires_at IS 'From when it is no longer good.';

CREATE TABLE access.event (
  id         bigint GENERATED ALWAYS AS IDENTITY,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  who        text        NOT NULL,
  account_id bigint,
  address    text,
  what       text        NOT NULL,
  target     text        NOT NULL,
  why        text,
  detail     jsonb       NOT NULL DEFAULT '{}',
  CONSTRAINT event_pk PRIMARY KEY (id),
  CONSTRAINT event_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id)
);
CREATE INDEX event_account_ix ON access.event (account_id, id);
CREATE INDEX event_target_ix ON access.event (target, id);
COMMENT ON TABLE access.event IS 'What was done to accounts, rights and sessions, and later who looked at whom. Append-only. Never holds a password, a token or a personal value.';
COMMENT ON COLUMN access.event.id IS 'Number; order of issue, not of commit.';
COMMENT ON COLUMN access.event.at IS 'When it was written.';
COMMENT ON COLUMN access.event.who IS 'Name of the account or program that did it.';
COMMENT ON COLUMN access.event.account_id IS 'The account; null for the command line and for who is not signed in.';
COMMENT ON COLUMN access.event.address IS 'Network address it came from; null for the command line.';
COMMENT ON COLUMN access.event.what IS 'Stable word: session.began, grant.made, …';
COMMENT ON COLUMN access.event.target IS 'What it was done to: account:12, role:officer, person:4711.';
COMMENT ON COLUMN access.event.why IS 'Reason given, where one is asked for.';
COMMENT ON COLUMN access.event.detail IS 'What else is to be known of it; names of fields, never their values.';

CREATE FUNCTION access.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'access.event is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION access.refuse_rewriting() IS 'Trigger: what was logged stays.';
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.event
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_rewriting();

-- Rights are looked up at every request; this tells whether what was looked up before still holds.
CREATE TABLE access.rights_version (
  one    boolean NOT NULL DEFAULT true,
  number bigint  NOT NULL DEFAULT 1,
  CONSTRAINT rights_version_pk PRIMARY KEY (one),
  CONSTRAINT rights_version_one_row CHECK (one)
);
COMMENT ON TABLE access.rights_version IS 'One row: grows with every change of accounts, roles and grants.';
COMMENT ON COLUMN access.rights_version.one IS 'True.';
COMMENT ON COLUMN access.rights_version.number IS 'How many changes there were.';
INSERT INTO access.rights_version DEFAULT VALUES;

-- A row of its own each time: an import of a city writes regions for minutes and must not hold up who changes a grant.
CREATE TABLE access.area_change (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT transaction_timestamp(),
  CONSTRAINT area_change_pk PRIMARY KEY (id)
);
COMMENT ON TABLE access.area_change IS 'One row per statement that wrote regions or grids: what grants come to may have changed.';
COMMENT ON COLUMN access.area_change.id IS 'Number of the row.';
COMMENT ON COLUMN access.area_change.at IS 'Start of the transaction that wrote.';

CREATE FUNCTION access.version() RETURNS bigint LANGUAGE sql STABLE
  RETURN (SELECT number FROM access.rights_version) + (SELECT count(*) FROM access.area_change);
COMMENT ON FUNCTION access.version() IS 'Grows when a change commits that may alter anybody''s rights or areas.';

CREATE FUNCTION access.rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE access.rights_version SET number = number + 1;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION access.rights_changed() IS 'Trigger: what was looked up before holds no longer.';

CREATE FUNCTION access.areas_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO access.area_change DEFAULT VALUES;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION access.areas_changed() IS 'Trigger: regions or grids are not what they were.';

CREATE TRIGGER account_changes_rights AFTER UPDATE OF disabled_at, demo ON access.account
  FOR EACH STATEMENT EXECUTE FUNCTION access.rights_changed();
CREATE TRIGGER role_permission_changes_rights AFTER INSERT OR UPDATE OR DELETE ON access.role_permission
  FOR EACH STATEMENT EXECUTE FUNCTION access.rights_changed();
CREATE TRIGGER role_field_changes_rights AFTER INSERT OR UPDATE OR DELETE ON access.role_field
  FOR EACH STATEMENT EXECUTE FUNCTION access.rights_changed();
CREATE TRIGGER role_grant_changes_rights AFTER INSERT OR UPDATE OR DELETE ON access.role_grant
  FOR EACH STATEMENT EXECUTE FUNCTION access.rights_changed();
CREATE TRIGGER region_changes_areas AFTER INSERT OR UPDATE OR DELETE ON register.region
  FOR EACH STATEMENT EXECUTE FUNCTION access.areas_changed();
CREATE TRIGGER grid_changes_areas AFTER INSERT OR UPDATE OR DELETE ON register.grid
  FOR EACH STATEMENT EXECUTE FUNCTION access.areas_changed();

-- What the grants of an account come to today, as sets of ids: the service and row-level security join them.
CREATE TABLE access.account_area (
  account_id bigint NOT NULL,
  version    bigint NOT NULL,
  day        date   NOT NULL,
  CONSTRAINT account_area_pk PRIMARY KEY (account_id),
  CONSTRAINT account_area_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id)
);
COMMENT ON TABLE access.account_area IS 'Of which version of the rights and of which day the rows of account_role, account_community and account_grid are.';
COMMENT ON COLUMN access.account_area.account_id IS 'The account.';
COMMENT ON COLUMN access.account_area.version IS 'Version of the rights.';
COMMENT ON COLUMN access.account_area.day IS 'Day of Asia/Shanghai.';

CREATE TABLE access.account_role (
  account_id bigint  NOT NULL,
  role_id    bigint  NOT NULL,
  whole_city boolean NOT NULL,
  CONSTRAINT account_role_pk PRIMARY KEY (account_id, role_id),
  CONSTRAINT account_role_account_fk FOREIGN KEY (account_id) REFERENCES access.account (id),
  CONSTRAINT account_role_role_fk FOREIGN KEY (role_id) REFERENCES access.role (id)
);
COMMENT ON TABLE access.account_role IS 'Roles an account has today, somewhere.';
COMMENT ON COLUMN access.account_role.account_id IS 'The account.';
COMMENT ON COLUMN access.account_role.role_id IS 'The role.';
COMMENT ON COLUMN access.account_role.whole_city IS 'In the whole city, what lies in no community included.';

CREATE TABLE access.account_community (
  account_id   bigint NOT NULL,
  role_id      bigint NOT NULL,
  community_id bigint NOT NULL,
  CONSTRAINT account_community_pk PRIMARY KEY (account_id, role_id, community_id),
  CONSTRAINT account_community_role_fk FOREIGN KEY (account_id, role_id) REFERENCES access.account_role (account_id, role_id) ON DELETE CASCADE
);
COMMENT ON TABLE access.account_community IS 'Communities in which an account has a role today, all of the city''s where it has it in the whole city.';
COMMENT ON COLUMN access.account_community.account_id IS 'The account.';
COMMENT ON COLUMN access.account_community.role_id IS 'The role.';
COMMENT ON COLUMN access.account_community.community_id IS 'Region of level COMMUNITY, valid today.';

CREATE TABLE access.account_grid (
  account_id bigint NOT NULL,
  role_id    bigint NOT NULL,
  grid_id    bigint NOT NULL,
  CONSTRAINT account_grid_pk PRIMARY KEY (account_id, role_id, grid_id),
  CONSTRAINT account_grid_role_fk FOREIGN KEY (account_id, role_id) REFERENCES access.account_role (account_id, role_id) ON DELETE CASCADE
);
COMMENT ON TABLE access.account_grid IS 'Grids that were granted one by one, valid today, and whose community is not in account_community.';
COMMENT ON COLUMN access.account_grid.account_id IS 'The account.';
COMMENT ON COLUMN access.account_grid.role_id IS 'The role.';
COMMENT ON COLUMN access.account_grid.grid_id IS 'The grid.';

CREATE FUNCTION access.refresh_areas(account bigint, today date) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  known bigint;
BEGIN
  -- one at a time; read before the rows, so that a change meanwhile is met again
  PERFORM pg_advisory_xact_lock(4490, hashint8(account));
  known := access.version();
  IF EXISTS (SELECT FROM access.account_area a WHERE a.account_id = account AND a.version = known AND a.day = today) THEN
    RETURN known;
  END IF;
  DELETE FROM access.account_role r WHERE r.account_id = account;
  INSERT INTO access.account_role (account_id, role_id, whole_city)
  SELECT account, g.role_id, bool_or(g.region_id IS NULL AND g.grid_id IS NULL)
  FROM access.role_grant g JOIN access.account a ON a.id = g.account_id
  WHERE g.account_id = account AND g.days @> today AND a.disabled_at IS NULL
  GROUP BY g.role_id;
  INSERT INTO access.account_community (account_id, role_id, community_id)
  SELECT account, r.role_id, c.id
  FROM access.account_role r
  JOIN register.region c ON c.level = 'COMMUNITY' AND upper_inf(c.recorded) AND c.valid @> today
  WHERE r.account_id = account AND r.whole_city;
  INSERT INTO access.account_community (account_id, role_id, community_id)
  WITH RECURSIVE inside AS (
    SELECT g.role_id, x.id, x.level
    FROM access.role_grant g
    JOIN access.account_role r ON r.account_id = account AND r.role_id = g.role_id AND NOT r.whole_city
    JOIN register.region x ON x.id = g.region_id AND upper_inf(x.recorded) AND x.valid @> today
    WHERE g.account_id = account AND g.days @> today
    UNION
    SELECT i.role_id, x.id, x.level
    FROM inside i JOIN register.region x ON x.parent_id = i.id AND upper_inf(x.recorded) AND x.valid @> today
  )
  SELECT account, i.role_id, i.id FROM inside i WHERE i.level = 'COMMUNITY';
  INSERT INTO access.account_grid (account_id, role_id, grid_id)
  SELECT DISTINCT account, g.role_id, x.id
  FROM access.role_grant g
  JOIN access.account_role r ON r.account_id = account AND r.role_id = g.role_id AND NOT r.whole_city
  JOIN register.grid x ON x.id = g.grid_id AND upper_inf(x.recorded) AND x.valid @> today
  WHERE g.account_id = account AND g.days @> today
    AND NOT EXISTS (SELECT FROM access.account_community c
                    WHERE c.account_id = account AND c.role_id = g.role_id AND c.community_id = x.community_id);
  INSERT INTO access.account_area (account_id, version, day) VALUES (account, known, today)
  ON CONFLICT ON CONSTRAINT account_area_pk DO UPDATE SET version = excluded.version, day = excluded.day;
  RETURN known;
END $$;
COMMENT ON FUNCTION access.refresh_areas(bigint, date) IS 'Works out what the grants of an account come to on a day, unless that is known; answers of which version it is.';

INSERT INTO register.setting (name, value, about) VALUES
  ('session.idle_minutes', '30', 'A browser nobody uses is signed out after this many minutes'),
  ('session.longest_hours', '12', 'A browser is signed out after this many hours whatever is done');

-- The roles of DOMAIN.md. The administrator sees no person at all, the auditor the log alone.
INSERT INTO access.role (name, label, built_in) VALUES
  ('gis', 'GIS 操作员', true), ('officer', '街道工作人员', true), ('planner', '规划统计人员', true),
  ('steward', '数据管理员', true), ('administrator', '系统管理员', true), ('auditor', '审计员', true);
INSERT INTO access.role_permission (role_id, permission)
SELECT r.id, p FROM access.role r JOIN (VALUES
  ('gis', '{REGISTER_READ,PLACE_WRITE,GRID_PLAN,REGION_WRITE,EXPORT}'::text[]),
  ('officer', '{REGISTER_READ,PEOPLE_READ,PEOPLE_REVEAL,PLACE_WRITE,PEOPLE_WRITE,EXPORT}'),
  ('planner', '{REGISTER_READ,EXPORT}'),
  ('steward', '{REGISTER_READ,PEOPLE_READ,PEOPLE_REVEAL,PLACE_WRITE,PEOPLE_WRITE,REGION_WRITE,EXPORT,EXPORT_PEOPLE,IMPORT,CHANGE_FEED,ERASE}'),
  ('administrator', '{REGISTER_READ,ACCOUNT_MANAGE,SETTING_MANAGE}'),
  ('auditor', '{AUDIT_READ}')
) AS given (role, permissions) ON given.role = r.name CROSS JOIN unnest(given.permissions) p;
INSERT INTO access.role_field (role_id, field, sight)
SELECT r.id, f, 'FULL'
FROM access.role r CROSS JOIN unnest('{NAME,SEX,BIRTH_DATE,DOCUMENT_NUMBER,NATIONALITY,ETHNICITY,PHONE,REGISTERED_ADDRESS,REGISTRATION_BOOK,RESIDENCE_PERMIT}'::text[]) f
WHERE r.name IN ('officer', 'steward');
