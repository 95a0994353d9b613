// The kinds of things and their fields: the page's copy of registry-service/…/edit/ThingKind.java.
// A test reads that file and refuses any difference in names, types, words, order, and in the Chinese labels.

export type FieldType = 'TEXT' | 'WORD' | 'LIST' | 'WHOLE' | 'NUMBER' | 'FLAG' | 'DATE' | 'REFERENCE' | 'POINT' | 'LINE' | 'AREA' | 'SHAPE'

export type ThingWord =
  | 'region'
  | 'grid'
  | 'estate'
  | 'road'
  | 'address'
  | 'building'
  | 'entrance'
  | 'unit'
  | 'household'
  | 'person'
  | 'residence'
  | 'tenancy'
  | 'organisation'
  | 'evidence'
  | 'staff-post'
  | 'context-feature'
  | 'lineage'

export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly required: boolean
  /** Codes that a WORD may be. */
  readonly words: readonly string[]
  /** Where the translations of its words are. */
  readonly group: string
  /** The kind that a REFERENCE points at. */
  readonly target: ThingWord | null
  /** Sent with its middle hidden: what is shown is not what is held. */
  readonly masked: boolean
}

const plain = (type: FieldType, name: string): Field => ({ name, type, required: false, words: [], group: '', target: null, masked: false })
const text = (name: string) => plain('TEXT', name)
const oneOf = (name: string, group: string, ...words: string[]): Field => ({ ...plain('WORD', name), group, words })
const reference = (name: string, target: ThingWord): Field => ({ ...plain('REFERENCE', name), target })
const must = (field: Field): Field => ({ ...field, required: true })
const masked = (field: Field): Field => ({ ...field, masked: true })

const ADDRESS_PARTS = [
  'province',
  'city',
  'district',
  'street',
  'community',
  'villageGroup',
  'road',
  'section',
  'lane',
  'doorNumber',
  'doorSuffix',
  'estate',
  'phase',
  'building',
  'entrance',
  'floor',
  'room',
] as const

export const KINDS: Readonly<Record<ThingWord, readonly Field[]>> = {
  region: [
    must(oneOf('level', 'regionLevel', 'CITY', 'DISTRICT', 'STREET', 'COMMUNITY')),
    must(text('code')),
    must(text('name')),
    reference('parent', 'region'),
    must(plain('AREA', 'geometry')),
  ],
  grid: [
    must(text('code')),
    must(text('name')),
    must(oneOf('kind', 'grid.kind', 'BASIC', 'DEDICATED')),
    must(oneOf('setting', 'grid.setting', 'URBAN', 'RURAL')),
    must(reference('community', 'region')),
    must(plain('AREA', 'geometry')),
  ],
  estate: [must(text('name')), plain('LIST', 'aliases'), must(plain('AREA', 'geometry'))],
  road: [
    text('name'),
    must(oneOf('class', 'roadClass', 'EXPRESSWAY', 'ARTERIAL', 'SECONDARY', 'BRANCH', 'LANE', 'PATH', 'RAIL', 'OTHER')),
    must(plain('LINE', 'geometry')),
  ],
  address: [...ADDRESS_PARTS.map(text), plain('LIST', 'aliases'), plain('POINT', 'geometry')],
  building: [
    text('name'),
    must(oneOf('use', 'buildingUse', 'RESIDENTIAL', 'MIXED', 'COMMERCIAL', 'OFFICE', 'INDUSTRIAL', 'SCHOOL', 'HOSPITAL', 'PUBLIC', 'ANCILLARY', 'UNKNOWN')),
    must(oneOf('status', 'buildingStatus', 'PLANNED', 'STANDING', 'DEMOLISHED', 'MERGED', 'SPLIT')),
    oneOf('structure', 'structure', 'STEEL', 'STEEL_CONCRETE', 'CONCRETE', 'MIXED', 'BRICK_TIMBER', 'OTHER'),
    plain('WHOLE', 'floors'),
    plain('WHOLE', 'floorsBelow'),
    plain('NUMBER', 'heightM'),
    plain('WHOLE', 'yearBuilt'),
    reference('address', 'address'),
    must(plain('AREA', 'geometry')),
  ],
  entrance: [must(reference('building', 'building')), must(text('name')), must(plain('WHOLE', 'ordinal')), plain('POINT', 'geometry')],
  unit: [
    must(reference('building', 'building')),
    reference('entrance', 'entrance'),
    reference('address', 'address'),
    must(plain('WHOLE', 'floor')),
    must(text('room')),
    must(oneOf('use', 'unitUse', 'DWELLING', 'DORMITORY', 'SHOP', 'OFFICE', 'WORKSHOP', 'PUBLIC', 'GARAGE', 'STOREROOM', 'PLANT')),
    plain('NUMBER', 'areaM2'),
  ],
  household: [must(reference('unit', 'unit')), must(oneOf('kind', 'householdKind', 'FAMILY', 'COLLECTIVE'))],
  person: [
    must(masked(text('name'))),
    oneOf('sex', 'sex', 'MALE', 'FEMALE'),
    masked(plain('DATE', 'birthDate')),
    oneOf('documentType', 'documentType', 'CITIZEN_ID', 'HK_MACAO_TAIWAN_PERMIT', 'RESIDENCE_PERMIT_HMT', 'PASSPORT', 'FOREIGN_RESIDENT_ID', 'OTHER'),
    masked(text('documentNumber')),
    must(text('nationality')),
    masked(text('ethnicity')),
    masked(text('phone')),
    masked(text('registeredAddress')),
    text('registeredRegionCode'),
    masked(text('registrationBook')),
    masked(text('residencePermit')),
    plain('DATE', 'permitUntil'),
  ],
  residence: [
    must(reference('person', 'person')),
    must(reference('unit', 'unit')),
    reference('household', 'household'),
    must(oneOf('role', 'residenceRole', 'OWNER', 'TENANT', 'FAMILY', 'LODGER', 'STAFF')),
    oneOf('relation', 'relation', 'HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'OTHER'),
    must(plain('FLAG', 'main')),
  ],
  tenancy: [must(reference('unit', 'unit')), reference('landlord', 'person'), reference('tenant', 'person')],
  organisation: [
    must(text('name')),
    text('creditCode'),
    must(oneOf('kind', 'organisationKind', 'COMPANY', 'SHOP', 'SCHOOL', 'HOSPITAL', 'GOVERNMENT', 'OTHER')),
    text('industry'),
    reference('unit', 'unit'),
  ],
  evidence: [
    must(reference('unit', 'unit')),
    must(oneOf('kind', 'evidence', 'VISIT', 'READING', 'CONTRACT', 'FILE')),
    must(oneOf('finding', 'finding', 'EMPTY', 'LIVED_IN', 'NO_ANSWER', 'LIKELY_EMPTY', 'NOTED')),
    text('note'),
    text('seenBy'),
  ],
  'staff-post': [
    must(reference('grid', 'grid')),
    must(oneOf('role', 'team', 'LEADER', 'STAND_IN', 'ASSISTANT', 'INFORMATION_OFFICER')),
    must(text('name')),
    text('phone'),
  ],
  'context-feature': [must(oneOf('theme', 'contextTheme', 'WATER', 'LANDUSE', 'POI')), text('kind'), text('name'), must(plain('SHAPE', 'geometry'))],
  lineage: [
    must(oneOf('kind', 'lineageKind', 'BUILDING', 'UNIT', 'HOUSEHOLD', 'PERSON', 'ADDRESS', 'GRID', 'REGION')),
    must(plain('WHOLE', 'fromId')),
    must(plain('WHOLE', 'toId')),
    must(oneOf('relation', 'lineageRelation', 'MERGED_INTO', 'SPLIT_INTO', 'SAME_AS', 'REPLACED_BY')),
  ],
}

/** Grids change by plans, the base map by files, lineage by the verbs that make it. */
export const NOT_BY_HAND: readonly ThingWord[] = ['grid', 'context-feature', 'lineage']

const NAMED: readonly ThingWord[] = ['region', 'grid', 'estate', 'road', 'address', 'building']

/** Places, which people go on calling by the names they had. */
export const hasNames = (word: ThingWord): boolean => NAMED.includes(word)

export const THING_WORDS = Object.keys(KINDS) as ThingWord[]

export function isThingWord(word: string): word is ThingWord {
  return Object.hasOwn(KINDS, word)
}

export function isShape({ type }: Field): boolean {
  return type === 'POINT' || type === 'LINE' || type === 'AREA' || type === 'SHAPE'
}

/** Kinds that point at this one: what can be added to it. */
export function pointingAt(target: ThingWord): { kind: ThingWord; field: Field }[] {
  return THING_WORDS.flatMap((kind) => KINDS[kind].filter((field) => field.target === target).map((field) => ({ kind, field })))
}
