-- purpose: brings the narrow links (grid, building and place of things) up to date after all a change wrote
-- in: change bigint
-- out: links (how many were written)
-- plan: window
SELECT follow_links(CAST(:change AS bigint)) AS links
