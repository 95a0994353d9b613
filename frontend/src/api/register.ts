// Every call of the register that the page makes, by its name. Days are passed only when one was chosen: the default is today.
import type { Occupancy } from '@/occupancy/states'
import { getJson, postJson } from './http'
import type {
  AwayRow,
  Basis,
  Building,
  BuildingChart,
  BuildingRow,
  EmptyBookRow,
  ExportJob,
  ExportOrder,
  Extent,
  Grid,
  GridCard,
  GridSummary,
  Hit,
  HouseholdRow,
  OrganisationRow,
  Page,
  PeopleCount,
  PersonKind,
  PersonRow,
  RegisterInfo,
  Unit,
  UnitCount,
  UnitQuery,
} from './types'

export type Day = string | null

type Paging = { after?: string | null; limit?: number }

export const getRegisterInfo = () => getJson<RegisterInfo>('/api/info')

export const listGrids = (
  filter: { community?: string; number?: string; bbox?: Extent; asOf: Day; limit?: number },
  signal?: AbortSignal,
) =>
  getJson<Page<Grid>>(
    '/api/grids',
    { ...filter, bbox: filter.bbox?.map((degrees) => degrees.toFixed(6)) ?? null, geometry: false },
    signal,
  )

export const getGrid = (code: string, asOf: Day, signal?: AbortSignal) =>
  getJson<GridCard>(`/api/grids/${encodeURIComponent(code)}`, { asOf }, signal)

export const getGridSummary = (code: string, asOf: Day, signal?: AbortSignal) =>
  getJson<GridSummary>(`/api/grids/${encodeURIComponent(code)}/summary`, { asOf }, signal)

export const listGridUnits = (
  code: string,
  filter: { occupancy?: readonly Occupancy[] | null; basis?: Basis | null; contradiction?: boolean | null; asOf: Day } & Paging,
  signal?: AbortSignal,
) => getJson<Page<Unit>>(`/api/grids/${encodeURIComponent(code)}/units`, filter, signal)

export const listGridBuildings = (
  code: string,
  filter: { withoutUnits?: boolean | null; asOf: Day } & Paging,
  signal?: AbortSignal,
) => getJson<Page<BuildingRow>>(`/api/grids/${encodeURIComponent(code)}/buildings`, filter, signal)

export const listGridHouseholds = (code: string, filter: { asOf: Day } & Paging, signal?: AbortSignal) =>
  getJson<Page<HouseholdRow>>(`/api/grids/${encodeURIComponent(code)}/households`, filter, signal)

export const listGridOrganisations = (code: string, filter: { asOf: Day } & Paging, signal?: AbortSignal) =>
  getJson<Page<OrganisationRow>>(`/api/grids/${encodeURIComponent(code)}/organisations`, filter, signal)

export const listGridPeople = (
  code: string,
  filter: { kind?: PersonKind | null; incomplete?: boolean | null; asOf: Day } & Paging,
  signal?: AbortSignal,
) => getJson<Page<PersonRow>>(`/api/grids/${encodeURIComponent(code)}/people`, filter, signal)

export const listGridAway = (code: string, filter: { asOf: Day } & Paging, signal?: AbortSignal) =>
  getJson<Page<AwayRow>>(`/api/grids/${encodeURIComponent(code)}/away`, filter, signal)

export const listGridEmptyBooks = (code: string, filter: { asOf: Day } & Paging, signal?: AbortSignal) =>
  getJson<Page<EmptyBookRow>>(`/api/grids/${encodeURIComponent(code)}/empty-books`, filter, signal)

export const searchUnits = (query: UnitQuery & Paging, signal?: AbortSignal) =>
  postJson<Page<Unit>>('/api/units/search', query, signal)

export const countUnits = (query: UnitQuery, signal?: AbortSignal) => postJson<UnitCount>('/api/units/count', query, signal)

export const countPeople = (query: Pick<UnitQuery, 'within' | 'asOf'>, signal?: AbortSignal) =>
  postJson<PeopleCount>('/api/people/count', query, signal)

export const getBuilding = (id: number, asOf: Day, signal?: AbortSignal) =>
  getJson<Building>(`/api/buildings/${id}`, { asOf }, signal)

export const getBuildingChart = (id: number, asOf: Day, signal?: AbortSignal) =>
  getJson<BuildingChart>(`/api/buildings/${id}/chart`, { asOf }, signal)

/** What was typed goes in the body: it may be a person's address, which belongs in no log. */
export const search = (q: string, limit: number, signal?: AbortSignal) =>
  postJson<{ items: Hit[] }>('/api/search', { q, limit }, signal)

export const orderExport = (order: ExportOrder) => postJson<ExportJob>('/api/exports', order)

export const getExport = (id: ExportJob['id']) => getJson<ExportJob>(`/api/exports/${id}`)

export const exportFileAddress = (id: ExportJob['id']) => `/api/exports/${id}/file`

export const tileAddress = (layer: string, z: number, x: number, y: number, asOf: Day) =>
  `/tiles/${layer}/${z}/${x}/${y}.mvt${asOf === null ? '' : `?asOf=${asOf}`}`
