-- purpose: holds a plan until the end of the transaction, where it is in this state and revision
-- in: id bigint, revision int, state text
-- out: id
-- plan: point
SELECT p.id FROM plan.grid_plan p
WHERE p.id = CAST(:id AS bigint) AND p.revision = CAST(:revision AS int) AND p.state = CAST(:state AS text)
FOR UPDATE
