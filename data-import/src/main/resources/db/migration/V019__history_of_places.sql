-- What ever covered a point: ways into rows no longer believed, beside those of V015 and V018.
CREATE INDEX building_history_footprint_ix ON register.building USING gist (footprint) WHERE NOT upper_inf(recorded);
CREATE INDEX address_history_place_ix ON register.address USING gist (geom) WHERE NOT upper_inf(recorded);
