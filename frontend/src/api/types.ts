// The shapes of the service's answers. Positions are EPSG:4490 degrees, lon before lat; dates are ISO days of Asia/Shanghai.
import type { MultiPolygon, Polygon } from 'geojson'
import type { Occupancy, OccupancyCounts } from '@/occupancy/states'

export type Extent = [west: number, south: number, east: number, north: number]
export type Position = [lon: number, lat: number]
export type Area = Polygon | MultiPolygon

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Named {
  code: string
  name: string
}

export interface RegisterInfo {
  demo: boolean
  name: string
  today: string
  lastChange: { id: number; at: string } | null
  extent: Extent | null
  counts: { buildings: number; grids: number; units: number }
  settings: { ageingMonths: number; staleMonths: number }
}

export interface Grid extends Named {
  id: number
  /** As people say it: 12 for …012. */
  number: number
  kind: 'BASIC' | 'DEDICATED'
  setting: 'URBAN' | 'RURAL'
  /** null where the community ended before that day. */
  community: Named | null
  bbox: Extent
  centre: Position
  geometry?: Area
}

export type StaffRole = 'LEADER' | 'STAND_IN' | 'ASSISTANT' | 'INFORMATION_OFFICER'

export interface GridCard extends Grid {
  geometry: Area
  band: Band | null
  team: { id: number; role: StaffRole; name: string; phone: string | null }[]
  street: Named | null
  district: Named | null
}

export interface Band {
  low: number
  high: number
}

export type PersonKind = 'REGISTERED' | 'SEPARATED' | 'FLOATING' | 'OVERSEAS' | 'UNKNOWN'
export type Basis = 'OWN' | 'RENTED' | 'BUSINESS' | 'DORMITORY'

export interface GridSummary {
  grid: Named
  asOf: string
  buildings: number
  units: number
  unitsByOccupancy: OccupancyCounts
  occupiedBy: Record<Basis, number>
  contradictions: number
  households: number
  band: Band | null
  people: { total: number; byKind: Record<PersonKind, number> }
  organisations: number
  completeness: {
    buildingsWithoutUnits: number
    unitsUnvisited: number
    unitsUnlinked: number
    peopleIncomplete: number
  }
  /** Registered at a unit here and not living in it: not among `people`. */
  registered: { away: number; emptyBooks: number }
  byCells: ByCells | null
}

/** Numbers of people are of whole cells, as of the first of the month; null: of everybody. */
export interface ByCells {
  cells: number
  countedOn: string
}

export interface PeopleCount {
  households: number
  people: { total: number; byKind: Record<PersonKind, number> }
  byCells: ByCells | null
  /** Around the cells that were counted. */
  outline: Area | null
}

export type EvidenceKind = 'VISIT' | 'READING' | 'CONTRACT' | 'FILE'
export type EvidenceAge = 'FRESH' | 'AGEING' | 'STALE'

export interface Evidence {
  id: number
  kind: EvidenceKind
  date: string
  source: string
  finding: 'EMPTY' | 'LIVED_IN' | 'NO_ANSWER' | 'LIKELY_EMPTY' | 'NOTED'
  age: EvidenceAge
}

export interface ChartUnit {
  id: number
  /** null: a garage, storeroom or plant room, which has no occupancy and is not counted. */
  occupancy: Occupancy | null
  basis: Basis | null
  contradiction: boolean
  hint: 'LIKELY_EMPTY' | null
  evidence: Evidence | null
  entrance: { id: number; name: string } | null
  address: string | null
  /** 1 is the ground floor, -1 the first below; there is no 0. */
  floor: number
  room: string
  use: string
  areaM2: number | null
  /** null where names are not seen. */
  people: number | null
}

export interface Unit extends Omit<ChartUnit, 'people'> {
  building: { id: number; name: string | null; lon: number; lat: number }
}

export interface BuildingRow {
  id: number
  name: string | null
  use: string
  floors: number | null
  address: string | null
  lon: number
  lat: number
  unitsByOccupancy: OccupancyCounts
}

export interface HouseholdRow {
  id: number
  unit: { id: number; address: string | null; floor: number; room: string }
  members: number
}

export type OrganisationKind = 'COMPANY' | 'SHOP' | 'SCHOOL' | 'HOSPITAL' | 'GOVERNMENT' | 'OTHER'

export interface OrganisationRow {
  id: number
  name: string
  kind: OrganisationKind
  industry: string | null
  unit: { id: number; address: string | null; floor: number; room: string }
}

export interface PlaceRow {
  id: number
  address: string | null
  floor: number
  room: string
}

/** Registered at a unit, living elsewhere or nowhere known. */
export interface AwayRow {
  id: number
  unit: PlaceRow
  home: PlaceRow | null
}

/** A registration book of whose people nobody lives in the unit; `id` is that of the first of them. */
export interface EmptyBookRow {
  id: number
  unit: PlaceRow
  people: number
  numbered: boolean
}

export interface PersonRow {
  id: number
  kind: PersonKind
  unit: { id: number; address: string | null }
  missing: string[]
}

export interface Building extends BuildingRow {
  status: string
  structure: string | null
  floorsBelow: number | null
  heightM: number | null
  yearBuilt: number | null
  geometry: Area
  grid: Named | null
  community: Named | null
  estate: { id: number; name: string } | null
}

export interface ChartEntrance {
  id: number | null
  name: string | null
  ordinal: number
  floors: { floor: number; units: ChartUnit[] }[]
}

export interface BuildingChart {
  building: { id: number; name: string | null; address: string | null }
  asOf: string
  entrances: ChartEntrance[]
}

export type HitKind = 'ADDRESS' | 'BUILDING' | 'ESTATE' | 'GRID' | 'REGION'

export interface Hit {
  kind: HitKind
  id: number
  label: string
  sub: string | null
  lon: number
  lat: number
  code?: string
  buildingId?: number
}

export type Within = { grid: string } | { region: string } | { geometry: Area }

export interface UnitQuery {
  within: Within
  occupancy?: Occupancy[]
  asOf?: string
}

export interface UnitCount {
  units: number
  unitsByOccupancy: OccupancyCounts
}

export type ExportLayer = 'units' | 'buildings' | 'grids' | 'regions' | 'addresses' | 'roads' | 'estates'
export type ExportFormat = 'geojson' | 'gpkg' | 'shapefile' | 'csv'
export type Encoding = 'UTF-8' | 'GB18030'

export interface ExportOrder {
  layer: ExportLayer
  format: ExportFormat
  crs: string
  filter: { within?: Within; occupancy?: Occupancy[] }
  encoding?: Encoding
  asOf?: string
}

export interface ExportJob {
  id: number | string
  status: 'RUNNING' | 'READY' | 'FAILED'
  rows: number | null
  bytes: number | null
  file: string | null
  detail?: string | null
}
