-- Places: regions, grids, estates, roads, buildings, entrances, addresses, units. Geometry is EPSG:4490, lon lat.

CREATE TABLE register.region (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  level     text NOT NULL,
  code      text NOT NULL,
  name      text NOT NULL,
  parent_id bigint,
  geom      geometry(MultiPolygon, 4490) NOT NULL,
  CONSTRAINT region_level_known CHECK (level IN ('CITY', 'DISTRICT', 'STREET', 'COMMUNITY')),
  CONSTRAINT region_code_fits_level CHECK (code ~ CASE level
    WHEN 'CITY' THEN '^[0-9]{4}$' WHEN 'DISTRICT' THEN '^[0-9]{6}$'
    WHEN 'STREET' THEN '^[0-9]{9}$' ELSE '^[0-9]{12}$' END),
  CONSTRAINT region_geom_valid CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom))
);
CALL register.make_fact('region');
ALTER TABLE register.region ADD CONSTRAINT region_parent_fk FOREIGN KEY (parent_id) REFERENCES identity.region (id);
CREATE INDEX region_geom_ix ON register.region USING gist (geom) WHERE upper_inf(recorded);
CREATE INDEX region_code_ix ON register.region (code text_pattern_ops);
CREATE INDEX region_parent_ix ON register.region (parent_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.region IS '行政区划: city > district > street > community.';
COMMENT ON COLUMN register.region.level IS 'CITY, DISTRICT, STREET (街道/镇/乡), COMMUNITY (社区/村).';
COMMENT ON COLUMN register.region.code IS 'Prefix of the 12-digit code: city 4, district 6, street 9, community 12 digits. Dated: codes are withdrawn and reused.';
COMMENT ON COLUMN register.region.name IS 'Official name.';
COMMENT ON COLUMN register.region.parent_id IS 'Region one level up; null for the city.';
COMMENT ON COLUMN register.region.geom IS 'Area, EPSG:4490.';

CREATE TABLE register.grid (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  code         text NOT NULL,
  number       smallint GENERATED ALWAYS AS (substr(code, 13, 3)::smallint) STORED,
  name         text NOT NULL,
  kind         text NOT NULL DEFAULT 'BASIC',
  setting      text NOT NULL DEFAULT 'URBAN',
  community_id bigint NOT NULL,
  geom         geometry(MultiPolygon, 4490) NOT NULL,
  CONSTRAINT grid_code_15_digits CHECK (code ~ '^[0-9]{15}$'),
  CONSTRAINT grid_kind_known CHECK (kind IN ('BASIC', 'DEDICATED')),
  CONSTRAINT grid_setting_known CHECK (setting IN ('URBAN', 'RURAL')),
  CONSTRAINT grid_geom_valid CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom))
);
CALL register.make_fact('grid');
ALTER TABLE register.grid ADD CONSTRAINT grid_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX grid_geom_ix ON register.grid USING gist (geom) WHERE upper_inf(recorded);
CREATE INDEX grid_code_ix ON register.grid (code);
CREATE INDEX grid_community_ix ON register.grid (community_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.grid IS '网格: smallest area of work, inside exactly one community. Published grids of a city are an edge-matched coverage.';
COMMENT ON COLUMN register.grid.code IS 'Community code (12) + sequence (3). Dated.';
COMMENT ON COLUMN register.grid.number IS 'The sequence as people say it: 12 for …012.';
COMMENT ON COLUMN register.grid.name IS 'Name on signs and screens.';
COMMENT ON COLUMN register.grid.kind IS 'BASIC 基础网格 or DEDICATED 专属网格 (a campus, a mall).';
COMMENT ON COLUMN register.grid.setting IS 'URBAN or RURAL (a hamlet): which household band holds.';
COMMENT ON COLUMN register.grid.community_id IS 'Community the grid lies in.';
COMMENT ON COLUMN register.grid.geom IS 'Area, EPSG:4490, vertices on the 1e-8 degree lattice.';

CREATE TABLE register.household_band (
  district_id bigint,
  setting     text    NOT NULL,
  low         integer NOT NULL,
  high        integer NOT NULL,
  CONSTRAINT household_band_district_fk FOREIGN KEY (district_id) REFERENCES identity.region (id),
  CONSTRAINT household_band_setting_known CHECK (setting IN ('URBAN', 'RURAL')),
  CONSTRAINT household_band_in_order CHECK (0 <= low AND low <= high),
  CONSTRAINT household_band_unique UNIQUE NULLS NOT DISTINCT (district_id, setting)
);
COMMENT ON TABLE register.household_band IS 'How many resident households a grid should hold, per district and setting.';
COMMENT ON COLUMN register.household_band.district_id IS 'District it holds for; null: the default of the city.';
COMMENT ON COLUMN register.household_band.setting IS 'URBAN or RURAL.';
COMMENT ON COLUMN register.household_band.low IS 'Fewest households.';
COMMENT ON COLUMN register.household_band.high IS 'Most households.';
INSERT INTO register.household_band (district_id, setting, low, high) VALUES (NULL, 'URBAN', 300, 500), (NULL, 'RURAL', 50, 150);

CREATE TABLE register.estate (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  name         text NOT NULL,
  aliases      text[] NOT NULL DEFAULT '{}',
  community_id bigint,
  geom         geometry(MultiPolygon, 4490) NOT NULL,
  CONSTRAINT estate_geom_valid CHECK (ST_IsValid(geom) AND NOT ST_IsEmpty(geom))
);
CALL register.make_fact('estate');
ALTER TABLE register.estate ADD CONSTRAINT estate_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX estate_geom_ix ON register.estate USING gist (geom) WHERE upper_inf(recorded);
CREATE INDEX estate_name_ix ON register.estate (name text_pattern_ops);
COMMENT ON TABLE register.estate IS '小区/院落: named compound; its buildings are those whose inside point it covers.';
COMMENT ON COLUMN register.estate.name IS 'Official name.';
COMMENT ON COLUMN register.estate.aliases IS 'Nicknames 俗名.';
COMMENT ON COLUMN register.estate.community_id IS 'Community of its inside point; null outside every community.';
COMMENT ON COLUMN register.estate.geom IS 'Compound wall or extent, EPSG:4490.';

CREATE TABLE register.road (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  name  text,
  class text NOT NULL DEFAULT 'OTHER',
  geom  geometry(MultiLineString, 4490) NOT NULL,
  CONSTRAINT road_class_known CHECK (class IN ('EXPRESSWAY', 'ARTERIAL', 'SECONDARY', 'BRANCH', 'LANE', 'PATH', 'RAIL', 'OTHER')),
  CONSTRAINT road_geom_filled CHECK (NOT ST_IsEmpty(geom))
);
CALL register.make_fact('road');
CREATE INDEX road_geom_ix ON register.road USING gist (geom) WHERE upper_inf(recorded);
CREATE INDEX road_name_ix ON register.road (name text_pattern_ops) WHERE name IS NOT NULL;
COMMENT ON TABLE register.road IS '路/街/巷/弄 with dated names; addresses refer to it. Rails are kept here for the base map.';
COMMENT ON COLUMN register.road.name IS 'Official name; null for nameless ways.';
COMMENT ON COLUMN register.road.class IS 'EXPRESSWAY 快速路, ARTERIAL 主干路, SECONDARY 次干路, BRANCH 支路, LANE 街巷里弄, PATH, RAIL, OTHER.';
COMMENT ON COLUMN register.road.geom IS 'Centre line, EPSG:4490.';

CREATE TABLE register.address (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  text          text NOT NULL,
  aliases       text[] NOT NULL DEFAULT '{}',
  province      text,
  city          text,
  district      text,
  street        text,
  community     text,
  village_group text,
  road          text,
  section       text,
  lane          text,
  door_number   text,
  door_suffix   text,
  estate        text,
  phase         text,
  building      text,
  entrance      text,
  floor         text,
  room          text,
  road_id       bigint,
  estate_id     bigint,
  community_id  bigint,
  geom          geometry(Point, 4490)
);
CALL register.make_fact('address');
ALTER TABLE register.address
  ADD CONSTRAINT address_road_fk FOREIGN KEY (road_id) REFERENCES identity.road (id),
  ADD CONSTRAINT address_estate_fk FOREIGN KEY (estate_id) REFERENCES identity.estate (id),
  ADD CONSTRAINT address_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX address_geom_ix ON register.address USING gist (geom) WHERE upper_inf(recorded);
CREATE INDEX address_text_ix ON register.address (text text_pattern_ops) WHERE upper_inf(recorded);
CREATE INDEX address_road_ix ON register.address (road_id) WHERE upper_inf(recorded);
CREATE INDEX address_estate_ix ON register.address (estate_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.address IS '标准地址: the one official text, its components and aliases.';
COMMENT ON COLUMN register.address.text IS 'Official text, composed from the components by gis/address and by nothing else.';
COMMENT ON COLUMN register.address.aliases IS 'Other texts for the same place: 俗名, 旧名.';
COMMENT ON COLUMN register.address.province IS '省 (null for municipalities).';
COMMENT ON COLUMN register.address.city IS '市.';
COMMENT ON COLUMN register.address.district IS '区县.';
COMMENT ON COLUMN register.address.street IS '街道/镇/乡.';
COMMENT ON COLUMN register.address.community IS '社区/村.';
COMMENT ON COLUMN register.address.village_group IS '村民小组.';
COMMENT ON COLUMN register.address.road IS '路/街/巷.';
COMMENT ON COLUMN register.address.section IS '段.';
COMMENT ON COLUMN register.address.lane IS '弄.';
COMMENT ON COLUMN register.address.door_number IS '门牌号, e.g. 12号.';
COMMENT ON COLUMN register.address.door_suffix IS '附号.';
COMMENT ON COLUMN register.address.estate IS '小区/院落.';
COMMENT ON COLUMN register.address.phase IS '期/区.';
COMMENT ON COLUMN register.address.building IS '幢, e.g. 1幢.';
COMMENT ON COLUMN register.address.entrance IS '单元, e.g. 1单元.';
COMMENT ON COLUMN register.address.floor IS '层, e.g. 3层.';
COMMENT ON COLUMN register.address.room IS '室, e.g. 302室.';
COMMENT ON COLUMN register.address.road_id IS 'Road the text names, where known.';
COMMENT ON COLUMN register.address.estate_id IS 'Estate the text names, where known.';
COMMENT ON COLUMN register.address.community_id IS 'Community of its point; null without a point or outside.';
COMMENT ON COLUMN register.address.geom IS 'Place of the door plate, EPSG:4490; null where unknown.';

CREATE TABLE register.building (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  name         text,
  use          text NOT NULL DEFAULT 'UNKNOWN',
  status       text NOT NULL DEFAULT 'STANDING',
  structure    text,
  floors       smallint,
  floors_below smallint,
  height_m     real,
  year_built   smallint,
  address_id   bigint,
  community_id bigint,
  footprint    geometry(MultiPolygon, 4490) NOT NULL,
  inside_point geometry(Point, 4490) GENERATED ALWAYS AS (ST_SnapToGrid(ST_PointOnSurface(footprint), 1e-8)) STORED,
  CONSTRAINT building_use_known CHECK (use IN ('RESIDENTIAL', 'MIXED', 'COMMERCIAL', 'OFFICE', 'INDUSTRIAL', 'SCHOOL', 'HOSPITAL', 'PUBLIC', 'ANCILLARY', 'UNKNOWN')),
  CONSTRAINT building_status_known CHECK (status IN ('PLANNED', 'STANDING', 'DEMOLISHED', 'MERGED', 'SPLIT')),
  CONSTRAINT building_structure_known CHECK (structure IN ('STEEL', 'STEEL_CONCRETE', 'CONCRETE', 'MIXED', 'BRICK_TIMBER', 'OTHER')),
  CONSTRAINT building_floors_sane CHECK (floors BETWEEN 0 AND 200 AND floors_below BETWEEN 0 AND 20),
  CONSTRAINT building_footprint_valid CHECK (ST_IsValid(footprint) AND NOT ST_IsEmpty(footprint))
);
CALL register.make_fact('building');
ALTER TABLE register.building
  ADD CONSTRAINT building_address_fk FOREIGN KEY (address_id) REFERENCES identity.address (id),
  ADD CONSTRAINT building_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX building_footprint_ix ON register.building USING gist (footprint) WHERE upper_inf(recorded);
CREATE INDEX building_inside_point_ix ON register.building USING gist (inside_point) WHERE upper_inf(recorded);
CREATE INDEX building_community_ix ON register.building (community_id) WHERE upper_inf(recorded);
CREATE INDEX building_address_ix ON register.building (address_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.building IS '建筑物/楼栋.';
COMMENT ON COLUMN register.building.name IS 'Name or number as people say it: 3幢, 国际会议中心.';
COMMENT ON COLUMN register.building.use IS '用途.';
COMMENT ON COLUMN register.building.status IS 'PLANNED, STANDING, DEMOLISHED, MERGED, SPLIT.';
COMMENT ON COLUMN register.building.structure IS '结构: STEEL 钢, STEEL_CONCRETE 钢混, CONCRETE 混凝土, MIXED 混合(砖混), BRICK_TIMBER 砖木, OTHER.';
COMMENT ON COLUMN register.building.floors IS 'Floors above ground; null where unknown.';
COMMENT ON COLUMN register.building.floors_below IS 'Floors below ground.';
COMMENT ON COLUMN register.building.height_m IS 'Height in metres.';
COMMENT ON COLUMN register.building.year_built IS 'Year of completion.';
COMMENT ON COLUMN register.building.address_id IS 'Standard address of the building.';
COMMENT ON COLUMN register.building.community_id IS 'Community that covers the inside point; null outside every community.';
COMMENT ON COLUMN register.building.footprint IS 'Outline, EPSG:4490.';
COMMENT ON COLUMN register.building.inside_point IS 'A point inside the footprint, on the 1e-8 degree lattice; kept by the database alone. The grid that covers it is the building''s grid; on a shared edge the smallest grid id wins.';

CREATE TABLE register.entrance (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  building_id bigint   NOT NULL,
  name        text     NOT NULL,
  ordinal     smallint NOT NULL DEFAULT 1,
  geom        geometry(Point, 4490)
);
CALL register.make_fact('entrance');
ALTER TABLE register.entrance ADD CONSTRAINT entrance_building_fk FOREIGN KEY (building_id) REFERENCES identity.building (id);
CREATE INDEX entrance_building_ix ON register.entrance (building_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.entrance IS '单元: a stair or door of a building.';
COMMENT ON COLUMN register.entrance.building_id IS 'Building it opens.';
COMMENT ON COLUMN register.entrance.name IS 'Name as written: 1单元.';
COMMENT ON COLUMN register.entrance.ordinal IS 'Order along the building, from 1.';
COMMENT ON COLUMN register.entrance.geom IS 'Place of the door, EPSG:4490; null where unknown.';

CREATE TABLE register.unit (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  building_id  bigint   NOT NULL,
  entrance_id  bigint,
  address_id   bigint,
  community_id bigint,
  floor        smallint NOT NULL,
  room         text     NOT NULL,
  use          text     NOT NULL DEFAULT 'DWELLING',
  area_m2      numeric(8, 2),
  CONSTRAINT unit_use_known CHECK (use IN ('DWELLING', 'DORMITORY', 'SHOP', 'OFFICE', 'WORKSHOP', 'PUBLIC', 'GARAGE', 'STOREROOM', 'PLANT')),
  CONSTRAINT unit_area_positive CHECK (area_m2 > 0)
);
CALL register.make_fact('unit');
ALTER TABLE register.unit
  ADD CONSTRAINT unit_building_fk FOREIGN KEY (building_id) REFERENCES identity.building (id),
  ADD CONSTRAINT unit_entrance_fk FOREIGN KEY (entrance_id) REFERENCES identity.entrance (id),
  ADD CONSTRAINT unit_address_fk FOREIGN KEY (address_id) REFERENCES identity.address (id),
  ADD CONSTRAINT unit_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX unit_building_ix ON register.unit (building_id) WHERE upper_inf(recorded);
CREATE INDEX unit_address_ix ON register.unit (address_id) WHERE upper_inf(recorded);
CREATE INDEX unit_community_ix ON register.unit (community_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.unit IS '户室/房屋: what can be lived or worked in.';
COMMENT ON COLUMN register.unit.building_id IS 'Building it is in.';
COMMENT ON COLUMN register.unit.entrance_id IS 'Entrance that leads to it; null where the building has one door.';
COMMENT ON COLUMN register.unit.address_id IS 'Its standard address.';
COMMENT ON COLUMN register.unit.community_id IS 'Community of its building.';
COMMENT ON COLUMN register.unit.floor IS 'Floor; 1 is the ground floor, -1 the first below; there is no 0.';
COMMENT ON COLUMN register.unit.room IS 'Room number without 室: 302.';
COMMENT ON COLUMN register.unit.use IS 'DWELLING 住宅, DORMITORY 集体宿舍, SHOP 商铺, OFFICE 办公, WORKSHOP 厂房, PUBLIC 公共; GARAGE 车库, STOREROOM 储藏, PLANT 设备 have no occupancy.';
COMMENT ON COLUMN register.unit.area_m2 IS 'Floor area in square metres.';
ALTER TABLE register.unit ADD CONSTRAINT unit_floor_not_zero CHECK (floor <> 0);
