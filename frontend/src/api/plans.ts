// Plans of grids: drawn as one document, then checked, approved and published.
import type { MultiLineString } from 'geojson'
import { getJson, postJson, putFile, putJson, queryOf, sendDeleteJson } from './http'
import type { Area, Band, Grid, Named, Page, StaffRole } from './types'

export type PlanState = 'DRAFT' | 'CHECKED' | 'APPROVED' | 'PUBLISHED' | 'UNDONE' | 'WITHDRAWN'

export interface PlanWho {
  account: string
  name: string
}

export interface Plan {
  id: number
  name: string
  state: PlanState
  revision: number
  etag: string
  communities: Named[]
  basedOn: string
  owner: PlanWho
  own: boolean
  writable: boolean
  sharedWith: string[]
  madeAt: string
  savedBy: PlanWho
  savedAt: string
  validFrom: string | null
  change: number | null
  undo: number | null
  steps?: { who: PlanWho; at: string; state: PlanState; why: string | null; revision: number }[]
}

export interface PlanPost {
  role: StaffRole
  name: string
  phone: string | null
}

/** A grid as it is drawn; `team` left out: who answers for it now. */
export interface PlanGrid {
  id: number
  community: string
  name: string | null
  kind: Grid['kind']
  setting: Grid['setting']
  locked?: boolean | null
  team?: PlanPost[] | null
  geometry: Area
}

export interface PlanDocument {
  name?: string | null
  grids: PlanGrid[]
}

export interface DrawnPlan extends Plan {
  document: PlanDocument
}

export interface PlanGround {
  asOf: string
  overtaken: boolean
  communities: { id: number; code: string; name: string; urban: Band | null; rural: Band | null; geometry: Area }[]
  grids: { id: number; code: string; name: string; community: number; team: PlanPost[]; geometry: Area }[]
  ring: { id: number; code: string; name: string; geometry: Area }[]
  buildings: { id: number; footprint: Area }[]
  /** Roads and water inside the communities, and compounds of theirs. */
  lines: { kind: 'ROAD' | 'WATER' | 'COMPOUND'; id: number; name?: string | null; geometry: Area | MultiLineString }[]
}

/** In columns: the n-th of each list is of the n-th building, or place. */
export interface PlanBuildings {
  asOf: string
  loadOfUnknown: number
  buildings: Record<'id' | 'lon' | 'lat' | 'vacant' | 'occupied' | 'unlinked' | 'unvisited' | 'toFind' | 'place', number[]> & { grid: (number | null)[] }
  places: { households: number[]; people: number[] }
  shared: { places: number[]; households: number }[]
}

export interface PlanFault {
  code: string
  message: string
  lon: number
  lat: number
  grids: number[]
  building: number | null
  squareMetres: number
  forbids: boolean
  repair: unknown[]
}

export interface PlanComment {
  id: number
  who: PlanWho
  at: string
  text: string
}

export interface ImpactCounts {
  leader: string | null
  households: number
  people: number
  buildings: number
  vacant: number
  load: number
  staff: number
  loadOfEach: number | null
}

export interface Impact {
  plan: number
  name: string
  asOf: string
  byCells: boolean
  grids: { id: number; code: string | null; was: string | null; name: string; low: number; high: number; before: ImpactCounts | null; after: ImpactCounts | null }[]
  moves: { from: string | null; to: string | null; leaderFrom: string | null; leaderTo: string | null; households: number; people: number; buildings: number }[]
  leaders: { households: number; people: number; buildings: number }
  codes: { was: string; is: string[] }[]
  cards: { building: number; address: string | null; was: string | null; is: string | null }[]
}

export interface PlanJob {
  job: number
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED'
  share: number
  problem: string | null
  grids: { id: number; community: string; load: number; buildings: number; geometry: Area }[] | null
  score: { gridsOutOfBand: number; buildingsCut: number; compoundsCut: number; barriersCrossed: number; loadMoved: number; compactness: number } | null
  remarks: { code: string; message: string; lon: number; lat: number }[] | null
}

const at = (id: number): string => `/api/grid-plans/${id}`
const seen = (etag: string) => ({ 'If-Match': etag })

export const listPlans = (open: boolean, after: string | null, signal: AbortSignal) => getJson<Page<Plan>>('/api/grid-plans', { open, limit: 50, after }, signal)
export const getPlan = (id: number, signal?: AbortSignal) => getJson<DrawnPlan>(at(id), {}, signal)
export const beginPlan = (communities: string[], name: string, beside: boolean) => postJson<DrawnPlan>('/api/grid-plans', { communities, name, ...(beside ? { beside } : {}) })
export const savePlan = (id: number, etag: string, document: PlanDocument) => putJson<DrawnPlan>(at(id), document, seen(etag))
export const editPlan = (id: number, etag: string, edits: unknown[]) => postJson<DrawnPlan>(`${at(id)}/edits`, { edits }, undefined, seen(etag))
export const sharePlan = (id: number, accounts: string[]) => putJson<Plan>(`${at(id)}/shares`, { accounts })

export const getPlanGround = (id: number, signal?: AbortSignal) => getJson<PlanGround>(`${at(id)}/ground`, {}, signal)
export const getPlanBuildings = (id: number, signal?: AbortSignal) => getJson<PlanBuildings>(`${at(id)}/buildings`, {}, signal)
export const listPlanFaults = (id: number, signal?: AbortSignal) => getJson<PlanFault[]>(`${at(id)}/faults`, {}, signal)

export const listPlanComments = (id: number, signal: AbortSignal) => getJson<Page<PlanComment>>(`${at(id)}/comments`, { limit: 200 }, signal)
export const commentPlan = (id: number, text: string) => postJson<PlanComment>(`${at(id)}/comments`, { text })

export type PlanVerb = 'check' | 'approve' | 'return' | 'withdraw' | 'undo'
export const movePlan = (id: number, verb: PlanVerb, why: string) => postJson<DrawnPlan>(`${at(id)}/${verb}`, verb === 'check' || verb === 'approve' ? {} : { why })
export const publishPlan = (id: number, etag: string, from: string, why: string) => postJson<DrawnPlan>(`${at(id)}/publish`, { from, why }, undefined, seen(etag))

export const getImpact = (id: number, signal: AbortSignal) => getJson<Impact>(`${at(id)}/impact`, {}, signal)
export const impactFile = (id: number, ending: 'xlsx' | 'pdf') => `${at(id)}/impact.${ending}`

export const orderPlanJob = (id: number, kind: 'zoning' | 'rebalance') => postJson<PlanJob>(`${at(id)}/${kind}`, {})
export const getPlanJob = (id: number, job: number) => getJson<PlanJob>(`${at(id)}/jobs/${job}`)
export const stopPlanJob = (id: number, job: number) => sendDeleteJson<PlanJob>(`${at(id)}/jobs/${job}`)

/** Polygons of a file in any format and system the register reads; degrees, on the lattice. */
export interface DraftFile {
  crs: string
  polygons: { name: string | null; geometry: Area }[]
  left: number
  notices: string[]
}

export const readPolygons = (file: File, layer: string, crs: string, sent: (share: number) => void, signal: AbortSignal) =>
  putFile<DraftFile>(`/api/grid-plans/polygons${queryOf({ fileName: file.name, layer: layer || null, crs: crs || null })}`, file, sent, signal)
