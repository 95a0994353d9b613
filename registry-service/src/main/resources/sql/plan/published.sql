-- purpose: notes under which change and from which day a plan was published, with the step
-- in: id bigint, change bigint, from date, why text
-- out: id
-- plan: point
WITH moved AS (
  UPDATE plan.grid_plan p SET state = 'PUBLISHED', change_id = CAST(:change AS bigint), valid_from = CAST(:from AS date)
  WHERE p.id = CAST(:id AS bigint)
  RETURNING p.id, p.revision
)
INSERT INTO plan.grid_plan_step (plan_id, state, why, revision)
SELECT m.id, 'PUBLISHED', CAST(:why AS text), m.revision FROM moved m
RETURNING plan_id AS id
