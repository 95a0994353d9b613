-- The page said of every column that was no field that nothing is made of it, also of those a table's geometry was read from
-- whatever was said. What is said of them counts now: it is taken out, so that sources are read as they were.

UPDATE access.import_profile
SET choice = jsonb_set(choice, '{columns}', coalesce(
  (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(choice -> 'columns') c
   WHERE c.value <> '""' OR lower(c.key) NOT IN ('lon', 'lat', 'longitude', 'latitude', '经度', '纬度', 'x', 'y', 'wkt')), '{}'))
WHERE EXISTS (SELECT FROM jsonb_each(choice -> 'columns') c
              WHERE c.value = '""' AND lower(c.key) IN ('lon', 'lat', 'longitude', 'latitude', '经度', '纬度', 'x', 'y', 'wkt'));

UPDATE access.import_job
SET choice = jsonb_set(choice, '{columns}', coalesce(
  (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(choice -> 'columns') c
   WHERE c.value <> '""' OR lower(c.key) NOT IN ('lon', 'lat', 'longitude', 'latitude', '经度', '纬度', 'x', 'y', 'wkt')), '{}'))
WHERE EXISTS (SELECT FROM jsonb_each(choice -> 'columns') c
              WHERE c.value = '""' AND lower(c.key) IN ('lon', 'lat', 'longitude', 'latitude', '经度', '纬度', 'x', 'y', 'wkt'));
