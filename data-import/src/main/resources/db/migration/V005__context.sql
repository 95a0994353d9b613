-- Context: what the offline base map shows beside roads and buildings.

CREATE TABLE register.context_feature (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  theme text NOT NULL,
  kind  text NOT NULL,
  name  text,
  geom  geometry(Geometry, 4490) NOT NULL,
  CONSTRAINT context_feature_theme_known CHECK (theme IN ('WATER', 'LANDUSE', 'POI')),
  CONSTRAINT context_feature_geom_filled CHECK (NOT ST_IsEmpty(geom))
);
CALL register.make_fact('context_feature');
CREATE INDEX context_feature_geom_ix ON register.context_feature USING gist (geom) WHERE upper_inf(recorded);
COMMENT ON TABLE register.context_feature IS 'Water, land use and points of interest.';
COMMENT ON COLUMN register.context_feature.theme IS 'WATER, LANDUSE or POI.';
COMMENT ON COLUMN register.context_feature.kind IS 'Finer kind in OpenStreetMap words: river, park, school, bus_stop.';
COMMENT ON COLUMN register.context_feature.name IS 'Name to print on the map.';
COMMENT ON COLUMN register.context_feature.geom IS 'Point, line or area, EPSG:4490.';
