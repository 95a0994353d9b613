-- Erasure by law or at the end of retention (decisions/16): what tells who somebody is goes from every version, key and
-- text; structure, days and counts stay. One account asks, another confirms: the service has no other way to alter a
-- version than access.erase, which looks at both itself.

ALTER TABLE register.change
  DROP CONSTRAINT change_kind_known,
  ADD CONSTRAINT change_kind_known CHECK (kind IN ('IMPORT', 'CHANGE', 'CORRECTION', 'PLAN', 'UNDO', 'DAY', 'ERASURE'));
COMMENT ON COLUMN register.change.kind IS
  'IMPORT, CHANGE (the world changed), CORRECTION (we were wrong), PLAN (grids published), UNDO, DAY (a new day), ERASURE (people erased).';

CREATE FUNCTION register.erased_name() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN '（已删除）';
COMMENT ON FUNCTION register.erased_name() IS 'What stands in place of the name of somebody who was erased; nobody is called so.';

-- An erased person stays blank whoever writes: what a hand may still say is when and where the person lived.
ALTER TABLE register.person
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT person_erased_is_blank CHECK (erased_at IS NULL OR name = register.erased_name() AND nationality = 'XXX'
    AND num_nonnulls(sex, birth_date, document_number, document_hash, document_tail, ethnicity, phone, registered_address,
                     registration_book, residence_permit, permit_until) = 0);
COMMENT ON COLUMN register.person.erased_at IS
  'When the person was erased, in all versions of it and in those written since; kind of document, region and unit of registration stay, and nationality is XXX.';
GRANT SELECT (erased_at) ON register.person TO registry_settle;

-- as in V031; of who was erased nothing is missing
CREATE OR REPLACE FUNCTION register.person_missing(p register.person) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE WHEN (p).erased_at IS NOT NULL THEN '{}'::text[] ELSE array_remove(ARRAY[
  CASE WHEN trim((p).name) = '' THEN 'name' END,
  CASE WHEN (p).sex IS NULL THEN 'sex' END,
  CASE WHEN (p).birth_date IS NULL THEN 'birthDate' END,
  CASE WHEN (p).document_type IS NULL THEN 'documentType' END,
  CASE WHEN (p).document_number IS NULL THEN 'documentNumber' END,
  CASE WHEN (p).phone IS NULL THEN 'phone' END,
  CASE WHEN (p).registered_region_code IS NULL AND (p).nationality = 'CHN' THEN 'registeredRegionCode' END,
  CASE WHEN coalesce(trim((p).ethnicity), '') = '' AND (p).nationality = 'CHN' THEN 'ethnicity' END], NULL) END;

-- as in V030; there is nothing left to mask
CREATE OR REPLACE FUNCTION register.masked_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN name = register.erased_name() THEN name
              WHEN length(name) > 1 THEN left(name, 1) || repeat('*', length(name) - 1) WHEN name <> '' THEN '*' END;

CREATE TABLE access.erasure (
  id         bigint GENERATED ALWAYS AS IDENTITY,
  person_id  bigint      NOT NULL,
  basis      text        NOT NULL,
  why        text        NOT NULL,
  asked_by   bigint      NOT NULL DEFAULT access.current_account(),
  asked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  decision   text,
  decided_by bigint,
  decided_at timestamptz,
  answer     text,
  change_id  bigint,
  CONSTRAINT erasure_pk PRIMARY KEY (id),
  CONSTRAINT erasure_person_fk FOREIGN KEY (person_id) REFERENCES identity.person (id),
  CONSTRAINT erasure_asked_by_fk FOREIGN KEY (asked_by) REFERENCES access.account (id),
  CONSTRAINT erasure_decided_by_fk FOREIGN KEY (decided_by) REFERENCES access.account (id),
  CONSTRAINT erasure_change_fk FOREIGN KEY (change_id) REFERENCES register.change (id),
  CONSTRAINT erasure_basis_known CHECK (basis IN ('REQUEST', 'RETENTION')),
  CONSTRAINT erasure_decision_known CHECK (decision IN ('CONFIRMED', 'REFUSED')),
  CONSTRAINT erasure_decided_whole CHECK (num_nonnulls(decision, decided_by, decided_at) IN (0, 3)),
  CONSTRAINT erasure_by_two CHECK (decision IS DISTINCT FROM 'CONFIRMED' OR decided_by <> asked_by),
  CONSTRAINT erasure_done_by_change CHECK ((decision IS NOT DISTINCT FROM 'CONFIRMED') = (change_id IS NOT NULL)),
  CONSTRAINT erasure_refused_with_reason CHECK ((decision IS NOT DISTINCT FROM 'REFUSED') = (answer IS NOT NULL))
);
CREATE UNIQUE INDEX erasure_one_open ON access.erasure (person_id) WHERE decision IS NULL;
CREATE INDEX erasure_person_ix ON access.erasure (person_id);
COMMENT ON TABLE access.erasure IS 'Who asked that somebody be erased, and what another account said to it. Confirmed is done: both are one transaction.';
COMMENT ON COLUMN access.erasure.id IS 'Number of the request.';
COMMENT ON COLUMN access.erasure.person_id IS 'Who is to be erased, with all who were found to be the same.';
COMMENT ON COLUMN access.erasure.basis IS 'REQUEST (the person asked), RETENTION (the purpose or the time of keeping is over).';
COMMENT ON COLUMN access.erasure.why IS 'Reason, in the words of who asked.';
COMMENT ON COLUMN access.erasure.asked_by IS 'Account that asked.';
COMMENT ON COLUMN access.erasure.asked_at IS 'When.';
COMMENT ON COLUMN access.erasure.decision IS 'CONFIRMED, REFUSED; null: open.';
COMMENT ON COLUMN access.erasure.decided_by IS 'Account that decided; never the one that asked, but to take its own request back (REFUSED).';
COMMENT ON COLUMN access.erasure.decided_at IS 'When.';
COMMENT ON COLUMN access.erasure.answer IS 'Why it was refused.';
COMMENT ON COLUMN access.erasure.change_id IS 'Change that erased.';

CREATE TABLE access.erased_key (
  hash      bytea  NOT NULL,
  key       int    NOT NULL,
  person_id bigint NOT NULL,
  CONSTRAINT erased_key_pk PRIMARY KEY (hash),
  CONSTRAINT erased_key_person_fk FOREIGN KEY (person_id) REFERENCES identity.person (id)
);
COMMENT ON TABLE access.erased_key IS 'By what erased people were known to a source, as keyed hashes: the same file does not bring them back.';
COMMENT ON COLUMN access.erased_key.hash IS 'HMAC-SHA256 of source and key.';
COMMENT ON COLUMN access.erased_key.key IS 'Number of the key of the ring it was made with.';
COMMENT ON COLUMN access.erased_key.person_id IS 'Who it was.';

CREATE TABLE access.erased_thing (
  change_id bigint NOT NULL,
  place     int    NOT NULL,
  kind      text   NOT NULL,
  thing_id  bigint NOT NULL,
  CONSTRAINT erased_thing_pk PRIMARY KEY (change_id, place),
  CONSTRAINT erased_thing_change_fk FOREIGN KEY (change_id) REFERENCES register.change (id),
  CONSTRAINT erased_thing_kind_known CHECK (kind IN ('person', 'residence', 'household', 'evidence', 'change'))
);
COMMENT ON TABLE access.erased_thing IS
  'What an erasure blanked, for keepers of copies: ids alone, told to every reader of the feed, as nobody knows who holds what.';
COMMENT ON COLUMN access.erased_thing.change_id IS 'The erasure.';
COMMENT ON COLUMN access.erased_thing.place IS 'Order in which it is told, from 1.';
COMMENT ON COLUMN access.erased_thing.kind IS
  'person: its personal fields and key; residence, household: its key; evidence: what its note said of the person; change: what its reason or source did.';
COMMENT ON COLUMN access.erased_thing.thing_id IS 'Id of the thing, or of the change.';

-- Requests are seen with the person. Who asks is who the connection works for, whatever the service says.
ALTER TABLE access.erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasure_read ON access.erasure FOR SELECT TO registry_service USING (coalesce(
  (SELECT true FROM register.person p WHERE p.id = erasure.person_id AND upper_inf(p.recorded) LIMIT 1),
  (SELECT true FROM register.person p WHERE p.id = erasure.person_id AND NOT upper_inf(p.recorded) LIMIT 1)));
CREATE POLICY erasure_ask ON access.erasure FOR INSERT TO registry_service WITH CHECK (asked_by = access.current_account());
GRANT SELECT, INSERT (person_id, basis, why) ON access.erasure TO registry_service;
GRANT SELECT ON access.erased_thing TO registry_service;

-- All that were found to be one and the same human being; ids alone.
CREATE FUNCTION access.same_human(person bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE same (id) AS (
    SELECT person
    UNION
    SELECT n.id FROM same s CROSS JOIN LATERAL (
      SELECT l.to_id AS id FROM register.lineage l
      WHERE l.from_id = s.id AND l.kind = 'PERSON' AND l.relation = 'SAME_AS' AND upper_inf(l.recorded)
      UNION ALL
      SELECT l.from_id FROM register.lineage l
      WHERE l.to_id = s.id AND l.kind = 'PERSON' AND l.relation = 'SAME_AS' AND upper_inf(l.recorded)) n
  )
  SELECT array_agg(s.id ORDER BY s.id) FROM same s
$$;
COMMENT ON FUNCTION access.same_human(bigint) IS 'Ids of a person and of all that were merged into it or it into them.';

-- What both ways to decide look at first; locks the request and the people.
CREATE FUNCTION access.open_erasure(request bigint, own boolean) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who    CONSTANT bigint := access.current_account();
  asked  access.erasure;
  people bigint[];
BEGIN
  SELECT * INTO asked FROM access.erasure e WHERE e.id = request FOR UPDATE;
  IF asked.id IS NULL OR asked.decision IS NOT NULL THEN
    RAISE EXCEPTION 'erasure % is not open', request USING ERRCODE = 'check_violation';
  END IF;
  IF who IS NULL OR NOT EXISTS (SELECT FROM access.account_role h JOIN access.role_permission p ON p.role_id = h.role_id
                                WHERE h.account_id = who AND p.permission = 'ERASE') THEN
    RAISE EXCEPTION 'no right to erase' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF asked.asked_by = who AND NOT own THEN
    RAISE EXCEPTION 'erasure % takes another account', request USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM identity.person i WHERE i.id = ANY (access.same_human(asked.person_id)) ORDER BY i.id FOR NO KEY UPDATE;
  people := access.same_human(asked.person_id); -- as it is now that nobody can merge them with others
  PERFORM FROM identity.person i WHERE i.id = ANY (people) ORDER BY i.id FOR NO KEY UPDATE;
  RETURN people;
END $$;
COMMENT ON FUNCTION access.open_erasure(bigint, boolean) IS
  'The people of an open request, locked; refused where the account may not decide. own: also of its own request.';

-- What is to be looked for in texts: the service alone can open what is sealed.
CREATE FUNCTION access.erasure_words(request bigint)
RETURNS TABLE (id bigint, source text, key text, name text, document_type text, document_number text, phone text, residence_permit text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  people CONSTANT bigint[] := access.open_erasure(request, false);
BEGIN
  RETURN QUERY
  SELECT DISTINCT i.id, i.source, i.key, p.name, p.document_type, CAST(p.document_number AS text), CAST(p.phone AS text), p.residence_permit
  FROM identity.person i
  LEFT JOIN LATERAL (
    SELECT x.* FROM register.person x WHERE x.id = i.id AND upper_inf(x.recorded)
    UNION ALL
    SELECT x.* FROM register.person x WHERE x.id = i.id AND NOT upper_inf(x.recorded)) p ON true
  WHERE i.id = ANY (people);
END $$;
COMMENT ON FUNCTION access.erasure_words(bigint) IS 'What the people of an open request are called and known by, in all versions; to another account than the one that asked.';

CREATE FUNCTION access.without(said text, words text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  word text;
BEGIN
  FOREACH word IN ARRAY words LOOP
    said := replace(said, word, register.erased_name());
  END LOOP;
  RETURN said;
END $$;
COMMENT ON FUNCTION access.without(text, text[]) IS 'A text without some words; longer ones first.';

-- Texts that name the person are looked for where the person was written of: reasons of changes of the person, its
-- residences, households and tenancies, notes of visits to its homes. Numbers, which are nobody else's, everywhere.
CREATE FUNCTION access.erase(request bigint, the_change bigint, names text[], numbers text[], hashes bytea[], hashed bigint[], the_key int)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  people     CONSTANT bigint[] := access.open_erasure(request, false);
  now_is     CONSTANT timestamptz := clock_timestamp();
  words      CONSTANT text[] := ARRAY(SELECT w FROM unnest(numbers || names) w ORDER BY length(w) DESC, w);
  residences bigint[];
  homes      bigint[];
  lists      bigint[];
  households bigint[];
  notes      bigint[];
  changes    bigint[];
  told       bigint;
BEGIN
  IF the_change IS DISTINCT FROM access.current_change()
     OR NOT EXISTS (SELECT FROM register.change c WHERE c.id = the_change AND c.kind = 'ERASURE') THEN
    RAISE EXCEPTION 'not under a change of its own' USING ERRCODE = 'insufficient_privilege';
  END IF;

  SELECT array_agg(DISTINCT r.id), array_agg(DISTINCT r.unit_id), array_agg(DISTINCT r.household_id)
  INTO residences, homes, lists
  FROM (SELECT x.id, x.unit_id, x.household_id FROM register.residence x WHERE x.person_id = ANY (people) AND upper_inf(x.recorded)
        UNION ALL
        SELECT x.id, x.unit_id, x.household_id FROM register.residence x WHERE x.person_id = ANY (people) AND NOT upper_inf(x.recorded)) r;

  SELECT array_agg(DISTINCT t.id) INTO changes FROM (
    SELECT unnest(ARRAY[p.opened_by, p.closed_by]) AS id FROM register.person p
    WHERE p.id = ANY (people) AND upper_inf(p.recorded) OR p.id = ANY (people) AND NOT upper_inf(p.recorded)
    UNION ALL SELECT unnest(ARRAY[r.opened_by, r.closed_by]) FROM register.residence r
    WHERE r.id = ANY (residences) AND upper_inf(r.recorded) OR r.id = ANY (residences) AND NOT upper_inf(r.recorded)
    UNION ALL SELECT unnest(ARRAY[h.opened_by, h.closed_by]) FROM register.household h
    WHERE h.id = ANY (lists) AND upper_inf(h.recorded) OR h.id = ANY (lists) AND NOT upper_inf(h.recorded)
    UNION ALL SELECT unnest(ARRAY[t.opened_by, t.closed_by]) FROM register.tenancy t
    WHERE t.landlord_id = ANY (people) OR t.tenant_id = ANY (people)
    UNION ALL SELECT unnest(ARRAY[l.opened_by, l.closed_by]) FROM register.lineage l
    WHERE l.kind = 'PERSON' AND (l.from_id = ANY (people) OR l.to_id = ANY (people))
    UNION ALL SELECT unnest(ARRAY[e.opened_by, e.closed_by]) FROM register.evidence e
    WHERE e.unit_id = ANY (homes) AND upper_inf(e.recorded) OR e.unit_id = ANY (homes) AND NOT upper_inf(e.recorded)) t;

  UPDATE register.person p SET name = register.erased_name(), sex = NULL, birth_date = NULL, document_number = NULL, document_hash = NULL,
         document_tail = NULL, nationality = 'XXX', ethnicity = NULL, phone = NULL, registered_address = NULL, registration_book = NULL,
         residence_permit = NULL, permit_until = NULL, erased_at = now_is
  WHERE p.id = ANY (people) AND upper_inf(p.recorded) OR p.id = ANY (people) AND NOT upper_inf(p.recorded);
  UPDATE identity.person i SET key = 'erased:' || i.id WHERE i.id = ANY (people);
  -- made of the person's key
  UPDATE identity.residence i SET key = 'erased:' || i.id WHERE i.id = ANY (residences);
  INSERT INTO access.erased_key (hash, key, person_id)
  SELECT h.hash, the_key, h.person_id FROM unnest(hashes, hashed) h (hash, person_id) ON CONFLICT DO NOTHING;

  WITH kept AS (
    UPDATE identity.household i SET key = 'erased:' || i.id
    WHERE i.id = ANY (lists) AND access.without(i.key, numbers) <> i.key
    RETURNING i.id
  ) SELECT array_agg(k.id) INTO households FROM kept k;
  WITH kept AS (
    UPDATE register.evidence e SET note = access.without(e.note, words)
    WHERE e.note IS NOT NULL AND (access.without(e.note, numbers) <> e.note
      OR e.unit_id = ANY (homes) AND access.without(e.note, words) <> e.note)
    RETURNING e.id
  ) SELECT array_agg(DISTINCT k.id) INTO notes FROM kept k;
  -- taken while one of the people lived there
  UPDATE register.visit_photo f SET content = NULL, erased_at = now_is
  WHERE f.content IS NOT NULL AND f.evidence_id IN (
    SELECT e.id FROM register.evidence e
    WHERE (e.unit_id = ANY (homes) AND upper_inf(e.recorded) OR e.unit_id = ANY (homes) AND NOT upper_inf(e.recorded))
      AND EXISTS (SELECT FROM register.residence r WHERE r.id = ANY (residences) AND r.unit_id = e.unit_id AND r.valid @> e.seen_on));
  WITH kept AS (
    UPDATE register.change c SET why = access.without(c.why, words), source = access.without(c.source, words)
    WHERE access.without(c.why || c.source, numbers) <> c.why || c.source
       OR c.id = ANY (changes) AND access.without(c.why || c.source, words) <> c.why || c.source
    RETURNING c.id
  ) SELECT array_agg(k.id) INTO changes FROM kept k;
  UPDATE access.erasure e SET why = access.without(e.why, words), answer = access.without(e.answer, words)
  WHERE e.person_id = ANY (people);

  INSERT INTO access.erased_thing (change_id, place, kind, thing_id)
  SELECT the_change, row_number() OVER (ORDER BY t.place, t.id), t.kind, t.id
  FROM (SELECT 1 AS place, 'person' AS kind, unnest(people) AS id
        UNION ALL SELECT 2, 'residence', unnest(residences)
        UNION ALL SELECT 3, 'household', unnest(households)
        UNION ALL SELECT 4, 'evidence', unnest(notes)
        UNION ALL SELECT 5, 'change', unnest(changes)) t;
  GET DIAGNOSTICS told = ROW_COUNT;
  UPDATE access.erasure e SET decision = 'CONFIRMED', decided_by = access.current_account(), decided_at = now_is, change_id = the_change
  WHERE e.id = request;
  RETURN told;
END $$;
COMMENT ON FUNCTION access.erase(bigint, bigint, text[], text[], bytea[], bigint[], int) IS
  'Confirms an open request of another account and erases its people, under the change of this transaction; answers how many things it blanked.';

CREATE FUNCTION access.refuse_erasure(request bigint, said text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM access.open_erasure(request, true);
  UPDATE access.erasure e SET decision = 'REFUSED', decided_by = access.current_account(), decided_at = clock_timestamp(), answer = said
  WHERE e.id = request;
END $$;
COMMENT ON FUNCTION access.refuse_erasure(bigint, text) IS 'Refuses an open request; who asked takes it back so.';

REVOKE EXECUTE ON FUNCTION access.same_human(bigint), access.open_erasure(bigint, boolean), access.erasure_words(bigint),
  access.erase(bigint, bigint, text[], text[], bytea[], bigint[], int), access.refuse_erasure(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.same_human(bigint), access.erasure_words(bigint),
  access.erase(bigint, bigint, text[], text[], bytea[], bigint[], int), access.refuse_erasure(bigint, text) TO registry_service;
