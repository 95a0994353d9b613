// The log: who looked at whom, and whether it is sound.
import { getJson, queryOf } from './http'
import type { Page } from './types'

export const GROUPS = ['LOOK', 'REVEAL', 'EXPORT', 'IMPORT', 'PHOTO', 'ERASURE', 'SIGN_IN', 'RIGHTS', 'LOG'] as const
export type EventGroup = (typeof GROUPS)[number]

export interface LogEvent {
  id: number
  number: number | null
  at: string
  who: string
  displayName: string | null
  address: string | null
  what: string
  target: string
  why: string | null
  detail: Record<string, string>
}

export interface EventFilter {
  target: string | null
  account: string | null
  group: EventGroup | null
  from: string | null
  to: string | null
}

export const NO_FILTER: EventFilter = { target: null, account: null, group: null, from: null, to: null }

export const listEvents = (filter: EventFilter, after: string | null, signal: AbortSignal) =>
  getJson<Page<LogEvent>>('/api/audit/events', { ...filter, limit: 100, after }, signal)

export const listOwnActivity = (after: string | null, signal: AbortSignal) => getJson<Page<LogEvent>>('/api/account/activity', { limit: 50, after }, signal)

/** Where the same entries are as a file. */
export const exportPath = (filter: EventFilter) => `/api/audit/events.csv${queryOf({ ...filter })}`

export interface Volume {
  who: string
  displayName: string
  day: string
  looks: number
  records: number
  ownMedian: number
  roleMedian: number
  unusual: boolean
}

/** Of everybody the unusual first; of one account day by day. */
export const listVolumes = async (account: string | null, signal: AbortSignal) => (await getJson<Page<Volume>>('/api/audit/volumes', { account }, signal)).items

export interface ChainReport {
  first: number
  last: number
  checked: number
  waiting: number
  removed: number
  witnessed: number | null
  witnessedAt: string | null
  otherLogs: number
  fault: { kind: string; number: number | null; event: number | null; message: string } | null
}

export const checkChain = (signal: AbortSignal) => getJson<ChainReport>('/api/audit/chain', {}, signal)
