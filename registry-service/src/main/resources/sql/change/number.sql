-- purpose: numbers committed changes that have no number yet
-- in: nothing
-- out: numbered
-- plan: point
SELECT number_changes() AS numbered
