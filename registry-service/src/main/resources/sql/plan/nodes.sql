-- purpose: puts nodes on the outline of a grid or region that the plan does not hold, from a day on
-- in: kind text (grid or region), id bigint, from date, geom text (hexadecimal EWKB)
-- out: versions
-- plan: point
SELECT put_nodes(CAST(:kind AS text), CAST(:id AS bigint), CAST(:from AS date), CAST(CAST(:geom AS text) AS geometry)) AS versions
