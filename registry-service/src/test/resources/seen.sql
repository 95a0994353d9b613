-- What may be seen of the town with communities :c and grids :g, found from the facts alone: by joins in space and time
-- on the day today or the day of a thing's life nearest to it. One line a table: name|SELECT version ….
estate|SELECT x.version FROM estate x WHERE x.community_id = ANY (:c) OR grid_at(ST_PointOnSurface(x.geom), today()) = ANY (:g)
address|SELECT x.version FROM address x WHERE coalesce(x.community_id, 0) = ANY (:c) OR grid_at(x.geom, near('address', x.id)) = ANY (:g)
building|SELECT x.version FROM building x WHERE coalesce(x.community_id, 0) = ANY (:c) OR grid_of_building(x.id) = ANY (:g)
entrance|SELECT x.version FROM entrance x WHERE coalesce(seen_building(x.building_id, :c, :g), 0 = ANY (:c))
unit|SELECT x.version FROM unit x WHERE coalesce(x.community_id, 0) = ANY (:c) OR grid_of_building(x.building_id) = ANY (:g)
household|SELECT x.version FROM household x WHERE coalesce(x.community_id, 0) = ANY (:c) OR grid_of_unit(x.unit_id) = ANY (:g)
residence|SELECT x.version FROM residence x WHERE coalesce(x.community_id, 0) = ANY (:c) OR grid_of_unit(x.unit_id) = ANY (:g)
tenancy|SELECT x.version FROM tenancy x WHERE coalesce(seen_unit(x.unit_id, :c, :g), 0 = ANY (:c))
organisation|SELECT x.version FROM organisation x WHERE CASE WHEN x.unit_id IS NULL THEN 0 = ANY (:c) ELSE seen_unit(x.unit_id, :c, :g) END
evidence|SELECT x.version FROM evidence x WHERE coalesce(seen_unit(x.unit_id, :c, :g), 0 = ANY (:c))
staff_post|SELECT x.version FROM staff_post x JOIN grid g ON g.id = x.grid_id AND upper_inf(g.recorded) WHERE g.id = ANY (:g) OR g.community_id = ANY (:c)
unit_occupancy|SELECT x.unit_id FROM unit_occupancy x WHERE coalesce(seen_building(x.building_id, :c, :g), 0 = ANY (:c))
person|SELECT x.version FROM person x WHERE CASE WHEN NOT EXISTS (SELECT FROM person b WHERE b.id = x.id AND upper_inf(b.recorded)) THEN 0 = ANY (:c) WHEN EXISTS (SELECT FROM residence r WHERE r.person_id = x.id AND r.main AND upper_inf(r.recorded) AND coalesce(upper(r.valid) > today(), true)) THEN EXISTS (SELECT FROM residence r WHERE r.person_id = x.id AND r.main AND upper_inf(r.recorded) AND coalesce(upper(r.valid) > today(), true) AND (coalesce(r.community_id, 0) = ANY (:c) OR grid_of_unit(r.unit_id) = ANY (:g))) WHEN x.registered_unit_id IS NOT NULL THEN seen_unit(x.registered_unit_id, :c, :g) ELSE coalesce((SELECT r.id FROM region r WHERE r.level = 'COMMUNITY' AND r.code = x.registered_region_code), 0) = ANY (:c) END
