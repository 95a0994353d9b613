-- A visit that finds a unit empty contradicts who had come before it. Since when somebody is there is told by all versions
-- of the residence together: a household that splits, a relation that changes begins a version, not a stay.
-- The rule stays where it is written, in occupancy_derive (V004).
DO $$
DECLARE
  written text := pg_get_functiondef('register.occupancy_derive(bigint[], timestamptz)'::regprocedure);
  part text[];
BEGIN
  FOREACH part SLICE 1 IN ARRAY ARRAY[
    ARRAY['SELECT x.unit_id, x.valid, CASE x.role', 'SELECT x.id, x.unit_id, x.valid, CASE x.role'],
    ARRAY['SELECT x.unit_id, x.valid, 3 FROM register.tenancy', 'SELECT x.id, x.unit_id, x.valid, 3 FROM register.tenancy'],
    ARRAY['SELECT x.unit_id, x.valid, 1 FROM register.organisation', 'SELECT x.id, x.unit_id, x.valid, 1 FROM register.organisation'],
    ARRAY['), contradicted AS (', '), stay AS (
      SELECT o.unit_id, unnest(range_agg(o.valid)) AS valid FROM occupant o GROUP BY o.id, o.unit_id
    ), contradicted AS ('],
    ARRAY['JOIN occupant o ON o.unit_id = k.unit_id AND o.valid @> k.day', 'JOIN stay o ON o.unit_id = k.unit_id AND o.valid @> k.day']]
  LOOP
    ASSERT position(part[1] IN written) > 0, 'occupancy_derive is not as it was written: ' || part[1];
    written := replace(written, part[1], part[2]);
  END LOOP;
  EXECUTE written;
END $$;

-- What is kept is derived anew where a visit found somebody's home empty.
SELECT register.occupancy_refresh(ARRAY(
  SELECT DISTINCT e.unit_id FROM register.evidence e
  WHERE e.finding = 'EMPTY' AND upper_inf(e.recorded)
    AND EXISTS (SELECT FROM register.residence r WHERE r.unit_id = e.unit_id AND upper_inf(r.recorded))
  ORDER BY e.unit_id));
