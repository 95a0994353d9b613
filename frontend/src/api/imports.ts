// Bringing in files: ordered, sent, checked, written.
import { getJson, postJson, putFile } from './http'
import type { Page } from './types'

/** What a file may hold, in the order a set is loaded. */
export const FILE_KINDS = ['regions', 'grids', 'estates', 'roads', 'context', 'addresses', 'buildings', 'units', 'households', 'people', 'organisations', 'evidence', 'staff'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export type ImportState = 'NEW' | 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'REFUSED' | 'CANCELLED' | 'FAILED' | 'UNDOING' | 'UNDONE'
export type Severity = 'ERROR' | 'WARNING' | 'NOTICE'

export interface ImportOrder {
  fileName: string
  /** A file that is too large is refused before it is sent. */
  bytes: number
  kind: FileKind
  source: string | null
  key: string | null
  crs: string | null
  layer: string | null
  from: string | null
  why: string
}

/** A word that is none of its field's; of what may be personal its shape. */
export interface UnknownValue {
  field: string
  value: string
  count: number
  row: number
  /** Whether rows with it are rejected; else the field is left empty. */
  refuses: boolean
}

/** Rows whose text of an address is that of one thing (A), alike that of one alone (B), fits several or none (C). */
export interface Matched {
  exact: number
  alike: number
  ambiguous: number
  unmatched: number
}

export interface Outcome {
  rows: number
  rejected: number
  knownBy: string
  crs: string
  ignored: string[]
  /** `missing`: once brought by this source, in no row of the file; they stay. */
  parts: { table: string; added: number; changed: number; same: number; missing: number }[]
  /** Rows that name a thing by the text of its address; null of files checked before that was counted. */
  matched: Matched | null
  issues: { severity: Severity; code: string; count: number; example: string }[]
  /** How its columns were read; null of what was brought in before that was kept. */
  mapped: { columns: { header: string; field: string; how: 'CHOSEN' | 'NAMED' | 'GUESSED' }[]; unknown: UnknownValue[]; encoding: string | null; profile: number | null } | null
  /** What batches seldom do: to be said yes to. */
  anomalies: { code: string; placeCode: string; placeName: string; figure: number; limit: number; message: string }[]
}

export interface ImportJob {
  id: number
  state: ImportState
  who: string
  mine: boolean
  made: string
  file: string
  bytes: number | null
  kept: boolean
  kind: FileKind
  kindLabel: string
  source: string
  key: string | null
  crs: string | null
  layer: string | null
  from: string
  why: string
  /** Version of its source's profile that its columns are read by. */
  profile: number | null
  since: string
  /** How often the service ended while at work on it. */
  resumed: number
  progress: { step: string; share: number | null; rows: number; rowsPerSecond: number | null; secondsLeft: number | null } | null
  outcome: Outcome | null
  problem: { code: string; detail: string } | null
  change: number | null
  undone: Undone | null
  /** Number of the change record it was taken back under. */
  undo: number | null
  may: ('SEND' | 'APPLY' | 'CANCEL' | 'UNDO' | 'REJECTED' | 'COLUMNS' | 'COORDINATES')[]
}

/** What taking an import back did, or would do. */
export interface Undone {
  tables: { table: string; withdrawn: number; restored: number; left: number }[]
  left: { table: string; id: number; code: string; reason: string }[]
  leftInAll: number
}

export interface ImportIssue {
  severity: Severity
  code: string
  row: number
  lon: number | null
  lat: number | null
  message: string
}

export const isAtWork = (job: ImportJob): boolean => ['CHECKING', 'APPLYING', 'UNDOING'].includes(job.state)

export const listImports = (after: string | null, signal: AbortSignal) => getJson<Page<ImportJob>>('/api/imports', { limit: 30, after }, signal)
export const getImport = (id: number, signal?: AbortSignal) => getJson<ImportJob>(`/api/imports/${id}`, {}, signal)
export const listIssues = (id: number, code: string, after: string | null, signal: AbortSignal) => getJson<Page<ImportIssue>>(`/api/imports/${id}/issues`, { code, limit: 50, after }, signal)

export const orderImport = (order: ImportOrder) => postJson<ImportJob>('/api/imports', order)
export const sendFile = (id: number, file: File, sent: (share: number) => void, signal: AbortSignal) => putFile<ImportJob>(`/api/imports/${id}/file`, file, sent, signal)
export const applyImport = (id: number, acceptAnomalies: boolean) => postJson<ImportJob>(`/api/imports/${id}/apply`, { acceptAnomalies })
export const cancelImport = (id: number) => postJson<ImportJob>(`/api/imports/${id}/cancel`, {})

export const previewUndo = (id: number, signal: AbortSignal) => getJson<Undone>(`/api/imports/${id}/undo`, {}, signal)
export const undoImport = (id: number, why: string) => postJson<ImportJob>(`/api/imports/${id}/undo`, { why })
export const rejectedFile = (id: number) => `/api/imports/${id}/rejected`
