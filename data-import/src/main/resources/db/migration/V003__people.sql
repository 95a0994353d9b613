-- People and what ties them to units: persons, households, residences, tenancies, organisations, evidence, staff.

CREATE TABLE register.person (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  name                   text NOT NULL,
  sex                    text,
  birth_date             date,
  document_type          text,
  document_number        text,
  nationality            text NOT NULL DEFAULT 'CHN',
  ethnicity              text,
  phone                  text,
  registered_address     text,
  registered_region_code text,
  registration_book      text,
  residence_permit       text,
  permit_until           date,
  CONSTRAINT person_sex_known CHECK (sex IN ('MALE', 'FEMALE')),
  CONSTRAINT person_document_known CHECK (document_type IN ('CITIZEN_ID', 'HK_MACAO_TAIWAN_PERMIT', 'RESIDENCE_PERMIT_HMT', 'PASSPORT', 'FOREIGN_RESIDENT_ID', 'OTHER')),
  CONSTRAINT person_region_code_digits CHECK (registered_region_code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$')
);
CALL register.make_fact('person');
CREATE INDEX person_document_ix ON register.person (document_number) WHERE upper_inf(recorded);
COMMENT ON TABLE register.person IS '实有人口: who actually lives here, and those registered here who live elsewhere.';
COMMENT ON COLUMN register.person.name IS 'Name. Personal.';
COMMENT ON COLUMN register.person.sex IS 'MALE, FEMALE; null where unknown. Personal.';
COMMENT ON COLUMN register.person.birth_date IS 'Birth date. Personal.';
COMMENT ON COLUMN register.person.document_type IS 'CITIZEN_ID and others; the kind 境外 is derived from it.';
COMMENT ON COLUMN register.person.document_number IS 'Number of the document. Personal.';
COMMENT ON COLUMN register.person.nationality IS 'ISO 3166 alpha-3. Personal.';
COMMENT ON COLUMN register.person.ethnicity IS '民族. Personal.';
COMMENT ON COLUMN register.person.phone IS 'Phone. Personal.';
COMMENT ON COLUMN register.person.registered_address IS '户籍地址. Personal.';
COMMENT ON COLUMN register.person.registered_region_code IS 'Region code of the registered address, 6, 9 or 12 digits.';
COMMENT ON COLUMN register.person.registration_book IS '户号. Personal.';
COMMENT ON COLUMN register.person.residence_permit IS '居住证 number. Personal.';
COMMENT ON COLUMN register.person.permit_until IS 'Last day of the residence permit.';

CREATE TABLE register.household (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  unit_id      bigint NOT NULL,
  community_id bigint,
  kind         text NOT NULL DEFAULT 'FAMILY',
  CONSTRAINT household_kind_known CHECK (kind IN ('FAMILY', 'COLLECTIVE'))
);
CALL register.make_fact('household');
ALTER TABLE register.household
  ADD CONSTRAINT household_unit_fk FOREIGN KEY (unit_id) REFERENCES identity.unit (id),
  ADD CONSTRAINT household_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX household_unit_ix ON register.household (unit_id) WHERE upper_inf(recorded);
CREATE INDEX household_community_ix ON register.household (community_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.household IS '户: people living as one in a unit.';
COMMENT ON COLUMN register.household.unit_id IS 'Unit it lives in.';
COMMENT ON COLUMN register.household.community_id IS 'Community of the unit.';
COMMENT ON COLUMN register.household.kind IS 'FAMILY 家庭户 or COLLECTIVE 集体户.';

CREATE TABLE register.residence (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  person_id    bigint  NOT NULL,
  unit_id      bigint  NOT NULL,
  household_id bigint,
  community_id bigint,
  role         text    NOT NULL,
  relation     text,
  main         boolean NOT NULL DEFAULT true,
  CONSTRAINT residence_role_known CHECK (role IN ('OWNER', 'TENANT', 'FAMILY', 'LODGER', 'STAFF')),
  CONSTRAINT residence_relation_known CHECK (relation IN ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'OTHER'))
);
CALL register.make_fact('residence');
ALTER TABLE register.residence
  ADD CONSTRAINT residence_person_fk FOREIGN KEY (person_id) REFERENCES identity.person (id),
  ADD CONSTRAINT residence_unit_fk FOREIGN KEY (unit_id) REFERENCES identity.unit (id),
  ADD CONSTRAINT residence_household_fk FOREIGN KEY (household_id) REFERENCES identity.household (id),
  ADD CONSTRAINT residence_community_fk FOREIGN KEY (community_id) REFERENCES identity.region (id);
CREATE INDEX residence_unit_ix ON register.residence (unit_id) WHERE upper_inf(recorded);
CREATE INDEX residence_person_ix ON register.residence (person_id) WHERE upper_inf(recorded);
CREATE INDEX residence_household_ix ON register.residence (household_id) WHERE upper_inf(recorded);
CREATE INDEX residence_community_ix ON register.residence (community_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.residence IS '居住关系: person lives in unit.';
COMMENT ON COLUMN register.residence.person_id IS 'Who.';
COMMENT ON COLUMN register.residence.unit_id IS 'Where.';
COMMENT ON COLUMN register.residence.household_id IS 'As part of which household; null for lodgers and staff on their own.';
COMMENT ON COLUMN register.residence.community_id IS 'Community of the unit.';
COMMENT ON COLUMN register.residence.role IS 'OWNER, TENANT, FAMILY (of the owner), LODGER, STAFF (dormitory).';
COMMENT ON COLUMN register.residence.relation IS 'To the head of the household: HEAD 户主, SPOUSE, CHILD, PARENT, GRANDCHILD, OTHER.';
COMMENT ON COLUMN register.residence.main IS 'Main residence of the person.';

CREATE TABLE register.tenancy (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  unit_id     bigint NOT NULL,
  landlord_id bigint,
  tenant_id   bigint
);
CALL register.make_fact('tenancy');
ALTER TABLE register.tenancy
  ADD CONSTRAINT tenancy_unit_fk FOREIGN KEY (unit_id) REFERENCES identity.unit (id),
  ADD CONSTRAINT tenancy_landlord_fk FOREIGN KEY (landlord_id) REFERENCES identity.person (id),
  ADD CONSTRAINT tenancy_tenant_fk FOREIGN KEY (tenant_id) REFERENCES identity.person (id);
CREATE INDEX tenancy_unit_ix ON register.tenancy (unit_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.tenancy IS '租赁: a rented unit; valid is the contract period.';
COMMENT ON COLUMN register.tenancy.unit_id IS 'Unit rented.';
COMMENT ON COLUMN register.tenancy.landlord_id IS 'Who lets it, where known.';
COMMENT ON COLUMN register.tenancy.tenant_id IS 'Who signed, where known.';

CREATE TABLE register.organisation (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  name        text NOT NULL,
  credit_code text,
  kind        text NOT NULL DEFAULT 'COMPANY',
  industry    text,
  unit_id     bigint,
  CONSTRAINT organisation_credit_code_form CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  CONSTRAINT organisation_kind_known CHECK (kind IN ('COMPANY', 'SHOP', 'SCHOOL', 'HOSPITAL', 'GOVERNMENT', 'OTHER'))
);
CALL register.make_fact('organisation');
ALTER TABLE register.organisation ADD CONSTRAINT organisation_unit_fk FOREIGN KEY (unit_id) REFERENCES identity.unit (id);
CREATE INDEX organisation_unit_ix ON register.organisation (unit_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.organisation IS '单位/商户: works in a unit.';
COMMENT ON COLUMN register.organisation.name IS 'Name on the licence.';
COMMENT ON COLUMN register.organisation.credit_code IS '统一社会信用代码, GB 32100.';
COMMENT ON COLUMN register.organisation.kind IS 'COMPANY, SHOP, SCHOOL, HOSPITAL, GOVERNMENT, OTHER.';
COMMENT ON COLUMN register.organisation.industry IS 'What it does, as written.';
COMMENT ON COLUMN register.organisation.unit_id IS 'Unit it works in; null where unplaced.';

CREATE TABLE register.evidence (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  unit_id bigint NOT NULL,
  kind    text   NOT NULL,
  seen_on date GENERATED ALWAYS AS (lower(valid)) STORED,
  finding text   NOT NULL,
  note    text,
  seen_by text,
  CONSTRAINT evidence_kind_known CHECK (kind IN ('VISIT', 'READING', 'CONTRACT', 'FILE')),
  CONSTRAINT evidence_finding_known CHECK (finding IN ('EMPTY', 'LIVED_IN', 'NO_ANSWER', 'LIKELY_EMPTY', 'NOTED')),
  CONSTRAINT evidence_only_visits_see_empty CHECK (finding <> 'EMPTY' OR kind = 'VISIT')
);
CALL register.make_fact('evidence');
ALTER TABLE register.evidence ADD CONSTRAINT evidence_unit_fk FOREIGN KEY (unit_id) REFERENCES identity.unit (id);
CREATE INDEX evidence_unit_ix ON register.evidence (unit_id, seen_on DESC) WHERE upper_inf(recorded);
COMMENT ON TABLE register.evidence IS 'What was seen or read of a unit, and when: visits, meter readings, contracts, files.';
COMMENT ON COLUMN register.evidence.unit_id IS 'Unit it speaks of.';
COMMENT ON COLUMN register.evidence.kind IS 'VISIT 走访, READING 水电气读数, CONTRACT 合同, FILE 部门数据.';
COMMENT ON COLUMN register.evidence.seen_on IS 'Day of the observation: start of valid.';
COMMENT ON COLUMN register.evidence.finding IS 'EMPTY (visits alone), LIVED_IN, NO_ANSWER, LIKELY_EMPTY (a hint), NOTED.';
COMMENT ON COLUMN register.evidence.note IS 'What was written down.';
COMMENT ON COLUMN register.evidence.seen_by IS 'Staff member or department.';

CREATE TABLE register.staff_post (
  LIKE register.fact INCLUDING COMMENTS INCLUDING DEFAULTS INCLUDING IDENTITY,
  grid_id bigint NOT NULL,
  role    text   NOT NULL,
  name    text   NOT NULL,
  phone   text,
  CONSTRAINT staff_post_role_known CHECK (role IN ('LEADER', 'STAND_IN', 'ASSISTANT', 'INFORMATION_OFFICER'))
);
CALL register.make_fact('staff_post');
ALTER TABLE register.staff_post ADD CONSTRAINT staff_post_grid_fk FOREIGN KEY (grid_id) REFERENCES identity.grid (id);
CREATE INDEX staff_post_grid_ix ON register.staff_post (grid_id) WHERE upper_inf(recorded);
COMMENT ON TABLE register.staff_post IS '网格岗位: who answers for a grid.';
COMMENT ON COLUMN register.staff_post.grid_id IS 'Grid answered for.';
COMMENT ON COLUMN register.staff_post.role IS 'LEADER 网格长, STAND_IN AB岗, ASSISTANT 网格协管员, INFORMATION_OFFICER 信息员.';
COMMENT ON COLUMN register.staff_post.name IS 'Name of the member of staff.';
COMMENT ON COLUMN register.staff_post.phone IS 'Service phone.';

-- Kind of a person, derived and never typed (DOMAIN: kind of a person).
CREATE FUNCTION register.person_kind(document_type text, registered_code text, living_code text, same_area_digits int, same_city_digits int)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE
  WHEN document_type IN ('HK_MACAO_TAIWAN_PERMIT', 'RESIDENCE_PERMIT_HMT', 'PASSPORT', 'FOREIGN_RESIDENT_ID') THEN 'OVERSEAS'
  WHEN registered_code IS NULL OR living_code IS NULL THEN 'UNKNOWN'
  WHEN length(registered_code) >= same_area_digits
       AND left(registered_code, same_area_digits) = left(living_code, same_area_digits) THEN 'REGISTERED'
  WHEN left(registered_code, same_city_digits) = left(living_code, same_city_digits) THEN 'SEPARATED'
  ELSE 'FLOATING' END;
COMMENT ON FUNCTION register.person_kind(text, text, text, int, int) IS
  'OVERSEAS 境外, REGISTERED 户籍, SEPARATED 人户分离, FLOATING 流动, UNKNOWN. living_code: code of the community of the main residence.';
