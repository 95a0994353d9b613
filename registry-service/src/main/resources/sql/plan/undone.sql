-- purpose: notes under which change a plan was taken back, with the step
-- in: id bigint, change bigint, undone bigint, why text
-- out: id
-- plan: point
WITH said AS (
  UPDATE change SET undoes = CAST(:undone AS bigint) WHERE change.id = CAST(:change AS bigint)
), moved AS (
  UPDATE plan.grid_plan p SET state = 'UNDONE', undo_id = CAST(:change AS bigint)
  WHERE p.id = CAST(:id AS bigint)
  RETURNING p.id, p.revision
)
INSERT INTO plan.grid_plan_step (plan_id, state, why, revision)
SELECT m.id, 'UNDONE', CAST(:why AS text), m.revision FROM moved m
RETURNING plan_id AS id
