-- purpose: work out what an account's grants come to on a day, unless that is known; of which version of the rights it is
-- in: account bigint, today date
-- out: version
-- plan: point
SELECT access.refresh_areas(CAST(:account AS bigint), CAST(:today AS date)) AS version
