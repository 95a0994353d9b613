-- Texts that are those of one address alone: its official text of the day comes before a former one or an alias of another.
-- in: temp table exact
-- out: rows of matched, grade A
-- plan: scan
INSERT INTO matched (n, address, grade, several)
SELECT n, coalesce(min(address) FILTER (WHERE official), min(address)), 'A', false
FROM exact
GROUP BY n
HAVING CASE WHEN bool_or(official) THEN min(address) FILTER (WHERE official) = max(address) FILTER (WHERE official)
            ELSE min(address) = max(address) END
