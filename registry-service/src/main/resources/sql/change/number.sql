-- purpose: numbers committed changes that have no number yet
-- in: nothing
-- out: how many
-- plan: point
SELECT number_changes() AS numbered
