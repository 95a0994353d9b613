-- purpose: something said of a plan by the account the connection works for
-- in: id bigint, text text, grid bigint?, lon float?, lat float?
-- out: id
-- plan: point
INSERT INTO plan.grid_plan_comment (plan_id, text, grid, lon, lat)
VALUES (CAST(:id AS bigint), CAST(:text AS text), CAST(:grid AS bigint), CAST(:lon AS double precision), CAST(:lat AS double precision))
RETURNING id
