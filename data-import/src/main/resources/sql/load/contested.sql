-- Staged residences that would be a second main residence of a person or a second head of a household on the same day:
-- beside what the register will still believe once the others are written, or beside an earlier row of the file that
-- nothing speaks against. A row beside a doubtful one waits for the next look.
-- in: stated, held
-- out: temp table contested (line, key, what, first_line (null: the register has it))
-- plan: scan
CREATE TEMP TABLE contested ON COMMIT DROP AS
WITH claim AS MATERIALIZED (
  SELECT line, key, 'main' AS what, person AS subject, residence, days FROM stated WHERE main
  UNION ALL
  SELECT line, key, 'head', household, residence, days FROM stated WHERE head
), standing AS ( -- a stated period replaces the rows it touches, a change leaves of them what was before
  SELECT h.what, h.subject, h.residence, CASE WHEN s.line IS NULL THEN h.days ELSE daterange(lower(h.days), lower(s.days)) END AS days
  FROM held h
  LEFT JOIN stated s ON s.residence = h.residence AND s.days && h.days
  WHERE s.line IS NULL OR NOT s.exact AND lower(h.days) < lower(s.days)
), beside_register AS MATERIALIZED (
  SELECT DISTINCT c.line, c.key, c.what
  FROM claim c
  JOIN standing t ON t.what = c.what AND t.subject = c.subject AND t.days && c.days AND t.residence IS DISTINCT FROM c.residence
), beside_row AS MATERIALIZED (
  SELECT c.line, c.key, c.what, e.line AS first_line
  FROM claim c
  JOIN claim e ON e.what = c.what AND e.subject = c.subject AND e.days && c.days AND e.line < c.line
)
SELECT DISTINCT ON (line) line, key, what, first_line
FROM (
  SELECT line, key, what, NULL::bigint AS first_line FROM beside_register
  UNION ALL
  SELECT line, key, what, first_line FROM beside_row
  WHERE first_line NOT IN (SELECT line FROM beside_register UNION ALL SELECT line FROM beside_row)
) c
ORDER BY line, first_line NULLS FIRST, what DESC
