-- What each text was found to mean: filled by settle and matched_row.
-- in: -
-- out: temp table matched (n, address: that of a unit without its own is the unit's id negated, grade, several: more than one may
--      be meant, held: official text, why, unread: what was not understood, candidates, lon, lat)
-- plan: point
CREATE TEMP TABLE matched (
  n bigint, address bigint, grade text, several boolean, held text, why text, unread text, candidates text,
  lon double precision, lat double precision
) ON COMMIT DROP
