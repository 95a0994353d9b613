-- purpose: a plan without its document
-- in: id bigint
-- out: id, name, state, revision, based_on, base (JSON), owner, owner_name, made_at, saver, saver_name, saved_at, valid_from date?, change_id?, undo_id?, communities bigint[], shared_with text[] (names of accounts)
-- plan: point
SELECT p.id, p.name, p.state, p.revision, p.based_on, CAST(p.base AS text) AS base, o.name AS owner, o.display_name AS owner_name, p.made_at,
       s.name AS saver, s.display_name AS saver_name, p.saved_at, p.valid_from, p.change_id, p.undo_id,
       (SELECT array_agg(c.community_id ORDER BY c.community_id) FROM plan.grid_plan_community c WHERE c.plan_id = p.id) AS communities,
       (SELECT coalesce(array_agg(a.name ORDER BY a.name), '{}') FROM plan.grid_plan_share h JOIN access.account a ON a.id = h.account_id WHERE h.plan_id = p.id) AS shared_with
FROM plan.grid_plan p
JOIN access.account o ON o.id = p.account_id
JOIN access.account s ON s.id = p.saved_by
WHERE p.id = CAST(:id AS bigint)
