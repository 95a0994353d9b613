-- Roads, estates and villages the texts of rest name: filled by rest_name_row.
-- in: -
-- out: temp table rest_name (n, name), empty
-- plan: point
CREATE TEMP TABLE rest_name (n bigint, name text) ON COMMIT DROP
