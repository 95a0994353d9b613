-- purpose: takes the nodes off that a publication put on the outline of a grid or region
-- in: kind text (grid or region), id bigint, undone bigint (change)
-- out: versions
-- plan: point
SELECT take_back_nodes(CAST(:kind AS text), CAST(:id AS bigint), CAST(:undone AS bigint)) AS versions
