-- Occupancy of a unit: derived from residences, tenancies, organisations and evidence; never typed.
-- register.unit_occupancy is a cache of register.occupancy_derive, refreshed in the transaction that
-- changes what it is derived from, and checked against it.

CREATE TABLE register.unit_occupancy (
  unit_id        bigint    NOT NULL,
  building_id    bigint    NOT NULL,
  valid          daterange NOT NULL,
  state          text      NOT NULL,
  basis          text,
  evidence_id    bigint,
  contradiction  boolean   NOT NULL DEFAULT false,
  hint           text,
  CONSTRAINT unit_occupancy_pk PRIMARY KEY (unit_id, valid),
  CONSTRAINT unit_occupancy_unit_fk FOREIGN KEY (unit_id) REFERENCES identity.unit (id),
  CONSTRAINT unit_occupancy_building_fk FOREIGN KEY (building_id) REFERENCES identity.building (id),
  CONSTRAINT unit_occupancy_evidence_fk FOREIGN KEY (evidence_id) REFERENCES identity.evidence (id),
  CONSTRAINT unit_occupancy_state_known CHECK (state IN ('VERIFIED_VACANT', 'OCCUPIED', 'UNLINKED', 'UNVISITED')),
  CONSTRAINT unit_occupancy_basis_known CHECK (basis IN ('OWN', 'RENTED', 'BUSINESS', 'DORMITORY')),
  CONSTRAINT unit_occupancy_basis_of_occupied CHECK ((state = 'OCCUPIED') = (basis IS NOT NULL)),
  CONSTRAINT unit_occupancy_hint_known CHECK (hint IN ('LIKELY_EMPTY'))
);
CREATE INDEX unit_occupancy_building_ix ON register.unit_occupancy (building_id, state);
CREATE INDEX unit_occupancy_contradiction_ix ON register.unit_occupancy (building_id) WHERE contradiction;
COMMENT ON TABLE register.unit_occupancy IS 'Cache: the state of every unit that has an occupancy, in periods of days that do not overlap. Belief of today.';
COMMENT ON COLUMN register.unit_occupancy.unit_id IS 'Unit. Garages, storerooms and plant rooms are not here.';
COMMENT ON COLUMN register.unit_occupancy.building_id IS 'Building of the unit in that period.';
COMMENT ON COLUMN register.unit_occupancy.valid IS 'Days [from, to) the state holds.';
COMMENT ON COLUMN register.unit_occupancy.state IS 'VERIFIED_VACANT, OCCUPIED, UNLINKED, UNVISITED.';
COMMENT ON COLUMN register.unit_occupancy.basis IS 'Of OCCUPIED: OWN 自住, RENTED 出租, BUSINESS 经营, DORMITORY 集体宿舍.';
COMMENT ON COLUMN register.unit_occupancy.evidence_id IS 'Newest visit where there is one, else newest evidence; null where nothing was ever seen.';
COMMENT ON COLUMN register.unit_occupancy.contradiction IS '有登记无人住: occupied on paper, found empty by a later visit.';
COMMENT ON COLUMN register.unit_occupancy.hint IS 'LIKELY_EMPTY: newest reading or file suggests it; changes no state.';

CREATE FUNCTION register.occupancy_derive(units bigint[], known_at timestamptz DEFAULT NULL)
RETURNS TABLE (unit_id bigint, building_id bigint, valid daterange, state text, basis text,
               evidence_id bigint, contradiction boolean, hint text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  -- what was believed then; written as text so that the partial indexes serve the belief of now
  belief CONSTANT text := CASE WHEN known_at IS NULL THEN 'upper_inf(x.recorded)' ELSE 'x.recorded @> $2' END;
BEGIN
  RETURN QUERY EXECUTE replace($q$
    WITH u AS (
      SELECT x.id, x.building_id, x.valid
      FROM register.unit x
      WHERE x.id = ANY ($1) AND #belief# AND x.use NOT IN ('GARAGE', 'STOREROOM', 'PLANT')
    ), occupant AS (
      -- several on one day: who works here tells more than who rents, who rents more than who owns
      SELECT x.unit_id, x.valid, CASE x.role WHEN 'TENANT' THEN 3 WHEN 'LODGER' THEN 3 WHEN 'STAFF' THEN 2 ELSE 4 END AS rank
      FROM register.residence x WHERE x.unit_id = ANY ($1) AND #belief#
      UNION ALL
      SELECT x.unit_id, x.valid, 3 FROM register.tenancy x WHERE x.unit_id = ANY ($1) AND #belief#
      UNION ALL
      SELECT x.unit_id, x.valid, 1 FROM register.organisation x WHERE x.unit_id = ANY ($1) AND #belief#
    ), event AS ( -- all that can change the answer; mark orders evidence: day, then id, and carries the finding
      SELECT u.id AS unit_id, lower(u.valid) AS day, NULL::int AS rank, NULL::int AS step, NULL::bigint[] AS mark, false AS visit
      FROM u
      UNION ALL SELECT o.unit_id, lower(o.valid), o.rank, 1, NULL, false FROM occupant o
      UNION ALL SELECT o.unit_id, upper(o.valid), o.rank, -1, NULL, false FROM occupant o WHERE NOT upper_inf(o.valid)
      UNION ALL
      SELECT x.unit_id, x.seen_on, NULL, NULL,
             ARRAY[x.seen_on - DATE '1900-01-01', x.id, CASE x.finding WHEN 'EMPTY' THEN 1 WHEN 'LIKELY_EMPTY' THEN 2 ELSE 0 END],
             x.kind = 'VISIT'
      FROM register.evidence x WHERE x.unit_id = ANY ($1) AND #belief#
    ), cut AS (
      SELECT e.unit_id, e.day,
             sum(e.step) FILTER (WHERE e.rank = 1) AS business, sum(e.step) FILTER (WHERE e.rank = 2) AS dormitory,
             sum(e.step) FILTER (WHERE e.rank = 3) AS rented, sum(e.step) FILTER (WHERE e.rank = 4) AS own,
             max(e.mark) AS witness, max(e.mark) FILTER (WHERE e.visit) AS visit
      FROM event e
      GROUP BY e.unit_id, e.day
    ), known AS ( -- what holds from each such day on: who is there, the newest evidence, the newest visit
      SELECT c.unit_id, c.day,
             CASE WHEN sum(c.business) OVER life > 0 THEN 1 WHEN sum(c.dormitory) OVER life > 0 THEN 2
                  WHEN sum(c.rented) OVER life > 0 THEN 3 WHEN sum(c.own) OVER life > 0 THEN 4 END AS rank,
             max(c.witness) OVER life AS witness, max(c.visit) OVER life AS visit
      FROM cut c
      WINDOW life AS (PARTITION BY c.unit_id ORDER BY c.day)
    ), contradicted AS ( -- found empty when somebody who is there had already come
      SELECT DISTINCT k.unit_id, k.day
      FROM known k
      JOIN occupant o ON o.unit_id = k.unit_id AND o.valid @> k.day AND lower(o.valid) - DATE '1900-01-01' <= k.visit[1]
      WHERE k.rank IS NOT NULL AND k.visit[3] = 1
    ), judged AS (
      SELECT k.unit_id, u.building_id, k.day,
             daterange(k.day, least(lead(k.day) OVER (PARTITION BY u.id, u.valid ORDER BY k.day), upper(u.valid))) AS valid,
             CASE WHEN k.rank IS NOT NULL THEN 'OCCUPIED'
                  WHEN k.visit[3] = 1 THEN 'VERIFIED_VACANT'
                  WHEN k.witness IS NOT NULL THEN 'UNLINKED'
                  ELSE 'UNVISITED' END AS state,
             (ARRAY['BUSINESS', 'DORMITORY', 'RENTED', 'OWN'])[k.rank] AS basis,
             coalesce(k.visit[2], k.witness[2]) AS evidence_id,
             c.unit_id IS NOT NULL AS contradiction,
             CASE WHEN k.witness[3] = 2 THEN 'LIKELY_EMPTY' END AS hint
      FROM u
      JOIN known k ON k.unit_id = u.id AND u.valid @> k.day
      LEFT JOIN contradicted c ON c.unit_id = k.unit_id AND c.day = k.day
    ), run AS ( -- neighbouring spans with the same answer become one
      SELECT j.*, count(*) FILTER (WHERE j.changed) OVER (PARTITION BY j.unit_id ORDER BY j.day) AS run
      FROM (
        SELECT j.*, (j.building_id, j.state, j.basis, j.evidence_id, j.contradiction, j.hint)
                    IS DISTINCT FROM lag((j.building_id, j.state, j.basis, j.evidence_id, j.contradiction, j.hint))
                                     OVER (PARTITION BY j.unit_id ORDER BY j.day)
                    OR lower(j.valid) IS DISTINCT FROM lag(upper(j.valid)) OVER (PARTITION BY j.unit_id ORDER BY j.day) AS changed
        FROM judged j
      ) j
    )
    SELECT r.unit_id, r.building_id, range_merge(range_agg(r.valid)), r.state, r.basis,
           r.evidence_id, r.contradiction, r.hint
    FROM run r
    GROUP BY r.unit_id, r.run, r.building_id, r.state, r.basis, r.evidence_id, r.contradiction, r.hint
  $q$, '#belief#', belief) USING units, known_at;
END $$;
COMMENT ON FUNCTION register.occupancy_derive(bigint[], timestamptz) IS
  'The rule of vacancy (DOMAIN): periods of occupancy of the units named, as believed at known_at (null: now).';

CREATE FUNCTION register.occupancy_refresh(units bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  written bigint;
BEGIN
  -- in a statement of its own: what is derived below sees all that those wrote who held a unit before
  PERFORM FROM identity.unit i WHERE i.id = ANY (units) ORDER BY i.id FOR NO KEY UPDATE;
  DELETE FROM register.unit_occupancy o WHERE o.unit_id = ANY (units);
  INSERT INTO register.unit_occupancy (unit_id, building_id, valid, state, basis, evidence_id, contradiction, hint)
  SELECT d.unit_id, d.building_id, d.valid, d.state, d.basis, d.evidence_id, d.contradiction, d.hint
  FROM register.occupancy_derive(units) d;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.occupancy_refresh(bigint[]) IS
  'Derives the cached periods of these units anew; to be called in every transaction that touches a unit, residence, tenancy, organisation or evidence.';
