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
      SELECT x.unit_id, x.valid, CASE x.role WHEN 'TENANT' THEN 'RENTED' WHEN 'LODGER' THEN 'RENTED'
                                             WHEN 'STAFF' THEN 'DORMITORY' ELSE 'OWN' END AS basis
      FROM register.residence x WHERE x.unit_id = ANY ($1) AND #belief#
      UNION ALL
      SELECT x.unit_id, x.valid, 'RENTED' FROM register.tenancy x WHERE x.unit_id = ANY ($1) AND #belief#
      UNION ALL
      SELECT x.unit_id, x.valid, 'BUSINESS' FROM register.organisation x WHERE x.unit_id = ANY ($1) AND #belief#
    ), seen AS (
      SELECT x.unit_id, x.id, x.seen_on, x.kind, x.finding
      FROM register.evidence x WHERE x.unit_id = ANY ($1) AND #belief#
    ), cut AS ( -- days on which the answer can change
      SELECT id AS unit_id, lower(u.valid) AS day FROM u
      UNION SELECT o.unit_id, lower(o.valid) FROM occupant o
      UNION SELECT o.unit_id, upper(o.valid) FROM occupant o WHERE NOT upper_inf(o.valid)
      UNION SELECT s.unit_id, s.seen_on FROM seen s
    ), span AS (
      SELECT u.id AS unit_id, u.building_id, c.day,
             daterange(c.day, least(lead(c.day) OVER (PARTITION BY u.id, u.valid ORDER BY c.day), upper(u.valid))) AS valid
      FROM u JOIN cut c ON c.unit_id = u.id AND u.valid @> c.day
    ), living AS (
      -- several on one day: who works here tells more than who rents, who rents more than who owns
      SELECT s.unit_id, s.day, min(lower(o.valid)) AS since,
             min(CASE o.basis WHEN 'BUSINESS' THEN 1 WHEN 'DORMITORY' THEN 2 WHEN 'RENTED' THEN 3 ELSE 4 END) AS rank
      FROM span s JOIN occupant o ON o.unit_id = s.unit_id AND o.valid @> s.day
      GROUP BY s.unit_id, s.day
    ), witness AS (
      SELECT DISTINCT ON (s.unit_id, s.day) s.unit_id, s.day, e.id, e.finding
      FROM span s JOIN seen e ON e.unit_id = s.unit_id AND e.seen_on <= s.day
      ORDER BY s.unit_id, s.day, e.seen_on DESC, e.id DESC
    ), visit AS (
      SELECT DISTINCT ON (s.unit_id, s.day) s.unit_id, s.day, e.id, e.finding, e.seen_on
      FROM span s JOIN seen e ON e.unit_id = s.unit_id AND e.seen_on <= s.day AND e.kind = 'VISIT'
      ORDER BY s.unit_id, s.day, e.seen_on DESC, e.id DESC
    ), judged AS (
      SELECT s.unit_id, s.building_id, s.day, s.valid,
             CASE WHEN l.rank IS NOT NULL THEN 'OCCUPIED'
                  WHEN v.finding = 'EMPTY' THEN 'VERIFIED_VACANT'
                  WHEN w.id IS NOT NULL THEN 'UNLINKED'
                  ELSE 'UNVISITED' END AS state,
             (ARRAY['BUSINESS', 'DORMITORY', 'RENTED', 'OWN'])[l.rank] AS basis,
             coalesce(v.id, w.id) AS evidence_id,
             coalesce(l.rank IS NOT NULL AND v.finding = 'EMPTY' AND v.seen_on >= l.since, false) AS contradiction,
             CASE WHEN w.finding = 'LIKELY_EMPTY' THEN 'LIKELY_EMPTY' END AS hint
      FROM span s
      LEFT JOIN living l ON l.unit_id = s.unit_id AND l.day = s.day
      LEFT JOIN witness w ON w.unit_id = s.unit_id AND w.day = s.day
      LEFT JOIN visit v ON v.unit_id = s.unit_id AND v.day = s.day
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
  DELETE FROM register.unit_occupancy o WHERE o.unit_id = ANY (units);
  INSERT INTO register.unit_occupancy (unit_id, building_id, valid, state, basis, evidence_id, contradiction, hint)
  SELECT d.unit_id, d.building_id, d.valid, d.state, d.basis, d.evidence_id, d.contradiction, d.hint
  FROM register.occupancy_derive(units) d;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION register.occupancy_refresh(bigint[]) IS
  'Derives the cached periods of these units anew; to be called in every transaction that touches a unit, residence, tenancy, organisation or evidence.';
