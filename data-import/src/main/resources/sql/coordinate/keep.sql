-- Keeps with a change how the coordinates of one of its files were read.
-- in: accuracy (metres or null), file, reading, verdict, accuracy, plane (EPSG code or null), dx, dy (metres), scale, rotation (radians), used (pairs), change id
-- out: -
-- plan: point
UPDATE register.change SET
  accuracy_metres = greatest(accuracy_metres, ?::float8),
  coordinates = coalesce(coordinates, '[]'::jsonb) || jsonb_strip_nulls(jsonb_build_object(
    'file', ?::text, 'reading', ?::text, 'verdict', ?::text, 'accuracyMetres', ?::float8,
    'plane', ?::text, 'dx', ?::float8, 'dy', ?::float8, 'scale', ?::float8, 'rotation', ?::float8, 'pairs', ?::int))
WHERE id = ?
