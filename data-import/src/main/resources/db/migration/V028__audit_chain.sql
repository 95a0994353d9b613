-- The log shows tampering (decisions/10): committed entries are numbered and chained by a MAC whose key is outside the
-- database. Numbers are given after commit, so that nothing can appear behind a number that was given.
--
-- An entry waits in event_waiting from its own transaction on, until the sequencer of a service links it. What was not
-- linked yet (a second or two) is not protected; an entry that neither waits nor is linked was put there by hand.

CREATE TABLE access.event_waiting (
  event_id bigint NOT NULL,
  CONSTRAINT event_waiting_pk PRIMARY KEY (event_id)
);
COMMENT ON TABLE access.event_waiting IS 'Entries of the log that are not chained yet.';
COMMENT ON COLUMN access.event_waiting.event_id IS 'The entry.';

CREATE TABLE access.event_link (
  number   bigint  NOT NULL,
  event_id bigint  NOT NULL,
  key      integer NOT NULL,
  mac      bytea   NOT NULL,
  CONSTRAINT event_link_pk PRIMARY KEY (number),
  CONSTRAINT event_link_event_unique UNIQUE (event_id),
  CONSTRAINT event_link_number_positive CHECK (number > 0)
);
COMMENT ON TABLE access.event_link IS 'The chain of the log: one link for each committed entry, without gaps.';
COMMENT ON COLUMN access.event_link.number IS 'Place in the chain, from 1.';
COMMENT ON COLUMN access.event_link.event_id IS 'The entry.';
COMMENT ON COLUMN access.event_link.key IS 'Number of the key of the ring.';
COMMENT ON COLUMN access.event_link.mac IS 'HMAC-SHA256 of the link before and of the entry.';

CREATE TABLE access.event_anchor (
  number bigint      NOT NULL,
  at     timestamptz NOT NULL DEFAULT transaction_timestamp(),
  mac    bytea       NOT NULL,
  key    integer     NOT NULL,
  seal   bytea       NOT NULL,
  CONSTRAINT event_anchor_pk PRIMARY KEY (number)
);
COMMENT ON TABLE access.event_anchor IS 'Where the chain begins after entries whose time was over were removed: the newest row counts.';
COMMENT ON COLUMN access.event_anchor.number IS 'The last link that was removed.';
COMMENT ON COLUMN access.event_anchor.at IS 'When it was removed.';
COMMENT ON COLUMN access.event_anchor.mac IS 'Its MAC, which the next link goes on from.';
COMMENT ON COLUMN access.event_anchor.key IS 'Number of the key the seal is made with.';
COMMENT ON COLUMN access.event_anchor.seal IS 'HMAC-SHA256 of number and MAC: who has the database alone cannot make one.';

CREATE TABLE access.event_chain (
  one boolean NOT NULL DEFAULT true,
  id  uuid    NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT event_chain_pk PRIMARY KEY (one),
  CONSTRAINT event_chain_one_row CHECK (one)
);
COMMENT ON TABLE access.event_chain IS 'One row: which log this is, for the file of heads to name.';
COMMENT ON COLUMN access.event_chain.one IS 'True.';
COMMENT ON COLUMN access.event_chain.id IS 'Made with the database.';
INSERT INTO access.event_chain DEFAULT VALUES;

CREATE FUNCTION access.event_waits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO access.event_waiting (event_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION access.event_waits() IS 'Trigger: an entry waits to be chained.';
CREATE TRIGGER event_waits AFTER INSERT ON access.event FOR EACH ROW EXECUTE FUNCTION access.event_waits();
INSERT INTO access.event_waiting SELECT id FROM access.event;

-- Entries whose time is over go by this function alone.
CREATE OR REPLACE FUNCTION access.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('registry.forgetting', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'access.event is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

INSERT INTO register.setting (name, value, about) VALUES
  ('audit.keep_months', '36', 'Entries of the log are removed after this many months; at least 6, as the law asks');

CREATE FUNCTION access.forget_events(upto bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  months integer := (SELECT s.value::integer FROM register.setting s WHERE s.name = 'audit.keep_months');
  gone   bigint;
BEGIN
  IF months < 6 THEN
    RAISE EXCEPTION 'audit.keep_months is %, less than the law allows', months USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM access.event_anchor a WHERE a.number = upto) THEN
    RAISE EXCEPTION 'no anchor at %', upto USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM access.event_link l JOIN access.event e ON e.id = l.event_id
             WHERE l.number <= upto AND e.at >= now() - make_interval(months => months)) THEN
    RAISE EXCEPTION 'the time of entries up to % is not over', upto USING ERRCODE = 'check_violation';
  END IF;
  PERFORM set_config('registry.forgetting', 'on', true);
  DELETE FROM access.event e USING access.event_link l WHERE l.number <= upto AND l.event_id = e.id;
  DELETE FROM access.event_link l WHERE l.number <= upto;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('registry.forgetting', '', true);
  RETURN gone;
END $$;
COMMENT ON FUNCTION access.forget_events(bigint) IS 'Removes the entries up to an anchored link whose time is over; answers how many.';
REVOKE EXECUTE ON FUNCTION access.forget_events(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.forget_events(bigint) TO registry_service;

GRANT SELECT, DELETE ON access.event_waiting TO registry_service;
GRANT SELECT, INSERT ON access.event_link, access.event_anchor TO registry_service;
GRANT SELECT ON access.event_chain TO registry_service;

-- Of an account or a day, and of a target, the newest first.
CREATE INDEX event_at_ix ON access.event (at);
COMMENT ON INDEX access.event_at_ix IS 'Entries of some days.';

INSERT INTO register.setting (name, value, about) VALUES
  ('audit.unusual_factor', '3', 'A day on which an account looks at more than this many times the median of its own days or of its role is unusual'),
  ('audit.unusual_least', '50', 'No day with fewer records looked at than this is unusual');
