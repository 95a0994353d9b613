-- A road, estate or village a text names.
-- in: rest_name; n, name
-- out: -
-- plan: point
INSERT INTO rest_name (n, name) VALUES (?, ?)
