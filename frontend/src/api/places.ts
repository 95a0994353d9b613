// What a place or a code has meant, in both times; and what a thing came from.
import type { ThingWord } from '@/thing/kinds'
import { getJson, postJson } from './http'
import type { Day } from './register'
import type { Deed } from './lives'
import type { Values } from './things'
import type { Page, Position } from './types'

export type SpotKind = 'region' | 'grid' | 'estate' | 'building' | 'address'

/** A version of something that covered a point. */
export interface SpotItem {
  kind: SpotKind
  id: number
  label: string | null
  code: string | null
  from: string
  to: string | null
  recordedFrom: string
  /** null: believed now. */
  recordedTo: string | null
}

export interface CodeHolder {
  code: string
  kind: 'region' | 'grid'
  id: number
  name: string
  from: string
  to: string | null
  held: boolean
  supersededBy: { kind: 'region' | 'grid'; id: number; code: string; name: string }[]
}

export interface Lineage {
  /** FROM: the other was there before. INTO: it came of this one. */
  way: 'FROM' | 'INTO'
  relation: 'MERGED_INTO' | 'SPLIT_INTO' | 'SAME_AS' | 'REPLACED_BY'
  kind: ThingWord
  id: number
  label: string
  from: string
}

/** How much is in a building, or has ended with it. */
export interface Contents {
  entrances: number
  units: number
  /** These three are null where names are not seen. */
  households: number | null
  residences: number | null
  tenancies: number | null
  organisations: number
  evidence: number
}

export interface Renamed {
  addresses: number
  regions: number
  grids: number
}

export interface Rebuilt {
  ids: number[]
  entrances: number
  units: number
}

export const getSpot = ([lon, lat]: Position, paging: { after?: string | null; limit?: number }, signal?: AbortSignal) =>
  getJson<Page<SpotItem>>('/api/spot', { lon, lat, ...paging }, signal)

export const getCode = (code: string, asOf: Day, signal?: AbortSignal) => getJson<CodeHolder>(`/api/codes/${encodeURIComponent(code)}`, { asOf }, signal)

export const listLineage = (kind: ThingWord, id: number, signal?: AbortSignal) => getJson<Page<Lineage>>(`/api/things/${kind}/${id}/lineage`, {}, signal)

export const getContents = (building: number, from: string, signal?: AbortSignal) => getJson<Contents>(`/api/buildings/${building}/contents`, { from }, signal)

export const demolish = (id: number, etag: string, deed: Deed & { endUnits: boolean }) =>
  postJson<Contents>(`/api/buildings/${id}/demolish`, deed, undefined, { 'If-Match': etag })

export const mergeBuildings = (deed: Deed & { ids: number[]; values: Values }) => postJson<Rebuilt>('/api/buildings/merge', deed)

export const splitBuilding = (id: number, etag: string, deed: Deed & { parts: { values: Values; units: number[] }[] }) =>
  postJson<Rebuilt>(`/api/buildings/${id}/split`, deed, undefined, { 'If-Match': etag })

export const reachOfRename = (kind: 'road' | 'region', id: number, from: string, signal?: AbortSignal) =>
  getJson<Renamed>(`/api/${kind}s/${id}/rename`, { from }, signal)

export const rename = (kind: 'road' | 'region', id: number, etag: string, deed: Deed & { name: string; code?: string }) =>
  postJson<Renamed>(`/api/${kind}s/${id}/rename`, deed, undefined, { 'If-Match': etag })
