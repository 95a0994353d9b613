-- purpose: the document of a plan
-- in: id bigint
-- out: document (JSON)
-- plan: point
SELECT CAST(p.document AS text) AS document FROM plan.grid_plan p WHERE p.id = CAST(:id AS bigint)
