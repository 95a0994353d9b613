-- purpose: confirms a request and erases its people; numbers are looked for in all texts there are
-- in: request bigint, change bigint, names text[], numbers text[], hashes text[] (of source and key, one for each of), persons bigint[], ringKey int
-- out: things
-- plan: scan
SELECT access.erase(CAST(:request AS bigint), CAST(:change AS bigint), CAST(:names AS text[]), CAST(:numbers AS text[]),
                    CAST(:hashes AS bytea[]), CAST(:persons AS bigint[]), CAST(:ringKey AS int)) AS things
