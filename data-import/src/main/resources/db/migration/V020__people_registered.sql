-- Which unit here a person is registered at, worked out from the address the person says; ways to persons by who they
-- say they are, so that one who is entered twice is found.

ALTER TABLE register.person ADD COLUMN registered_unit_id bigint;
ALTER TABLE register.person ADD CONSTRAINT person_registered_unit_fk FOREIGN KEY (registered_unit_id) REFERENCES identity.unit (id);
COMMENT ON COLUMN register.person.registered_unit_id IS
  'Unit here whose address, by its official text or an alias of any day, is the registered address; derived, null where there is none.';

-- Of all texts an address ever had only few are aliases: a renamed road leaves its old ones there.
CREATE INDEX address_alias_ix ON register.address USING gin (aliases) WHERE upper_inf(recorded) AND aliases <> '{}';

UPDATE register.person x SET registered_unit_id = found.unit_id
FROM (
  SELECT DISTINCT ON (p.version) p.version, u.id AS unit_id
  FROM register.person p
  JOIN (SELECT a.id, a.valid, a.text AS word, true AS official FROM register.address a WHERE upper_inf(a.recorded)
        UNION ALL
        SELECT a.id, a.valid, w.word, false FROM register.address a CROSS JOIN LATERAL unnest(a.aliases) w(word)
        WHERE upper_inf(a.recorded) AND a.aliases <> '{}') a ON a.word = p.registered_address
  JOIN register.unit u ON u.address_id = a.id AND upper_inf(u.recorded)
  CROSS JOIN LATERAL (SELECT greatest(lower(p.valid), least((now() AT TIME ZONE 'Asia/Shanghai')::date, upper(p.valid) - 1)) AS day) d
  ORDER BY p.version, u.valid @> d.day DESC, a.valid @> d.day DESC, a.official DESC, u.id
) found
WHERE found.version = x.version;

CREATE INDEX person_registered_unit_ix ON register.person (registered_unit_id) WHERE upper_inf(recorded) AND registered_unit_id IS NOT NULL;
CREATE INDEX person_history_registered_unit_ix ON register.person (registered_unit_id) WHERE NOT upper_inf(recorded) AND registered_unit_id IS NOT NULL;
CREATE INDEX person_registered_address_ix ON register.person (registered_address) WHERE upper_inf(recorded) AND registered_address IS NOT NULL;

-- The number as all writings of it come to: half-width, capital, without spaces, a citizen id of 15 digits as the 18
-- that GB 11643-1999 makes of it. The kind of document is part of it: a passport is not an id of the same number.
-- Plain expressions, so that the planner puts them into the index in place of a call for each of millions of rows.
CREATE FUNCTION register.citizen_id_of_18(fifteen text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT long.digits || substr('10X98765432', 1 + (
    SELECT sum(substr(long.digits, i, 1)::int * (ARRAY[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])[i])::int % 11
    FROM generate_series(1, 17) i), 1)
  FROM (SELECT left(fifteen, 6) || '19' || right(fifteen, 9) AS digits) long
$$;
COMMENT ON FUNCTION register.citizen_id_of_18(text) IS 'A citizen id of 15 digits with its century and check character.';

CREATE FUNCTION register.folded_number(number text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN upper(CASE WHEN octet_length(number) = length(number) AND position(' ' IN number) = 0 THEN number
  ELSE translate(number,
    '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ（）－ 　',
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()-') END);
COMMENT ON FUNCTION register.folded_number(text) IS 'A number half-width, in capitals and without spaces.';

CREATE FUNCTION register.document_key(document_type text, document_number text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN document_type || ':' ||
  CASE WHEN document_type = 'CITIZEN_ID' AND register.folded_number(document_number) ~ '^[0-9]{15}$'
       THEN register.citizen_id_of_18(register.folded_number(document_number))
       ELSE register.folded_number(document_number) END;
COMMENT ON FUNCTION register.document_key(text, text) IS 'Kind and number of a document in the one form by which two writings of it are the same; null where either is.';

CREATE INDEX person_document_key_ix ON register.person (register.document_key(document_type, document_number), id)
  WHERE upper_inf(recorded) AND document_number IS NOT NULL;
DROP INDEX register.person_document_ix; -- took the number alone, however written; nothing reads it
CREATE INDEX person_name_birth_ix ON register.person (name, birth_date, id) WHERE upper_inf(recorded) AND birth_date IS NOT NULL;
