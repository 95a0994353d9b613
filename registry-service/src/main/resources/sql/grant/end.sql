-- purpose: let a grant hold no longer from a day on
-- in: id bigint, today date
-- out: nothing
-- plan: point
UPDATE access.role_grant
SET days = CASE WHEN lower(days) >= CAST(:today AS date) THEN 'empty' ELSE daterange(lower(days), CAST(:today AS date)) END
WHERE id = CAST(:id AS bigint) AND NOT isempty(days) AND (upper_inf(days) OR upper(days) > CAST(:today AS date))
