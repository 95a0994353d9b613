-- As in V035; of cells those of the grids concerned are read alone. How many rows a table made a moment ago has nobody told the
-- planner, and it read all cells of the city for a grid of it; and it asked of each building once for every cell of its grid.

CREATE OR REPLACE FUNCTION register.follow_cells(grids bigint[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  concerned CONSTANT bigint[] := coalesce(grids, ARRAY(SELECT g.id FROM register.grid g UNION SELECT c.grid_id FROM register.cell c));
  made               bigint;
BEGIN
  CREATE TEMP TABLE outlined ON COMMIT DROP AS
  SELECT g.id AS grid_id, md5(ST_AsBinary(g.geom)) AS outline, unnest(range_agg(g.valid)) AS valid
  FROM register.grid g
  WHERE upper_inf(g.recorded) AND g.id = ANY (concerned)
  GROUP BY g.id, md5(ST_AsBinary(g.geom));
  -- cells of the same outline stay, of two sets the earlier; the others go
  CREATE TEMP TABLE kept ON COMMIT DROP AS
  SELECT DISTINCT ON (s.grid_id, s.outline, o.valid) s.grid_id, s.outline, s.valid AS before, o.valid
  FROM (
    SELECT DISTINCT ON (c.grid_id, c.outline, c.valid) c.grid_id, c.outline, c.valid, o.valid AS run
    FROM register.cell c JOIN outlined o ON o.grid_id = c.grid_id AND o.outline = c.outline AND o.valid && c.valid
    WHERE c.grid_id = ANY (concerned)
    ORDER BY c.grid_id, c.outline, c.valid, lower(o.valid)
  ) s
  JOIN outlined o ON o.grid_id = s.grid_id AND o.outline = s.outline AND o.valid = s.run
  ORDER BY s.grid_id, s.outline, o.valid, lower(s.valid);
  DELETE FROM register.cell c
  WHERE c.grid_id = ANY (concerned)
    AND NOT EXISTS (SELECT FROM kept k WHERE k.grid_id = c.grid_id AND k.outline = c.outline AND k.before = c.valid);
  UPDATE register.cell c SET valid = k.valid
  FROM kept k WHERE c.grid_id = ANY (concerned)
    AND k.grid_id = c.grid_id AND k.outline = c.outline AND k.before = c.valid AND k.valid <> c.valid;
  INSERT INTO register.cell (grid_id, valid, outline)
  SELECT o.grid_id, o.valid, o.outline FROM outlined o
  WHERE NOT EXISTS (SELECT FROM register.cell c WHERE c.grid_id = ANY (concerned) AND c.grid_id = o.grid_id AND c.valid = o.valid)
  ORDER BY o.grid_id, o.valid;
  DROP TABLE outlined, kept;
  -- who came joins the cell of its nearest neighbour
  CREATE TEMP TABLE newcomer ON COMMIT DROP AS
  SELECT DISTINCT l.building_id, c.grid_id, c.valid
  FROM (SELECT DISTINCT c.grid_id, c.valid FROM register.cell c WHERE c.grid_id = ANY (concerned)) c
  JOIN register.building_grid l ON l.grid_id = c.grid_id AND l.valid && c.valid
  WHERE NOT EXISTS (SELECT FROM register.cell_building m JOIN register.cell o ON o.id = m.cell_id
                    WHERE o.grid_id = ANY (concerned) AND m.building_id = l.building_id AND o.grid_id = c.grid_id AND o.valid = c.valid);
  INSERT INTO register.cell_building (building_id, cell_id)
  SELECT n.building_id, near.cell_id
  FROM newcomer n
  JOIN (SELECT c.grid_id, c.valid, min(c.id) AS first, count(*) AS cells FROM register.cell c
        WHERE c.grid_id = ANY (concerned) GROUP BY c.grid_id, c.valid) s
    ON s.grid_id = n.grid_id AND s.valid = n.valid
  CROSS JOIN LATERAL (
    SELECT s.first AS cell_id WHERE s.cells = 1
    UNION ALL
    (SELECT m.cell_id
     FROM register.cell c JOIN register.cell_building m ON m.cell_id = c.id
     JOIN register.building x ON x.id = m.building_id AND upper_inf(x.recorded)
     WHERE s.cells > 1 AND c.grid_id = n.grid_id AND c.valid = n.valid
     ORDER BY x.inside_point <-> (SELECT b.inside_point FROM register.building b WHERE b.id = n.building_id AND upper_inf(b.recorded)
                                  ORDER BY b.valid && n.valid DESC, lower(b.valid) DESC LIMIT 1), m.cell_id
     LIMIT 1)
    LIMIT 1) near;
  DROP TABLE newcomer;
  SELECT register.divide_cells(coalesce(array_agg(w.id), '{}')) INTO made
  FROM (SELECT min(c.id) AS id FROM register.cell c
        WHERE c.grid_id = ANY (concerned)
        GROUP BY c.grid_id, c.valid HAVING count(*) = 1) w;
  RETURN made;
END $$;
