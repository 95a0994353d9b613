-- purpose: a plan goes from one state to another, with a step that says who brought it there; no row where it is in another state or revision by now
-- in: id bigint, revision int, from text[], to text, why text?
-- out: id
-- plan: point
WITH moved AS (
  UPDATE plan.grid_plan p SET state = CAST(:to AS text)
  WHERE p.id = CAST(:id AS bigint) AND p.revision = CAST(:revision AS int) AND p.state = ANY (CAST(:from AS text[]))
  RETURNING p.id, p.revision
)
INSERT INTO plan.grid_plan_step (plan_id, state, why, revision)
SELECT m.id, CAST(:to AS text), CAST(:why AS text), m.revision FROM moved m
RETURNING plan_id AS id
