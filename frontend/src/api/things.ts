// Any thing of the register by its kind: its card, its history, what points at it, and the verbs that write.
import type { ThingWord } from '@/thing/kinds'
import { getJson, postJson, postNothing } from './http'
import type { Day } from './register'
import type { Page } from './types'

/** By field: as the service sends it, and as it takes it. */
export type Values = Readonly<Record<string, unknown>>

export interface ThingCard {
  kind: ThingWord
  id: number
  /** What the next write has to name as seen. */
  etag: string
  label: string
  from: string
  to: string | null
  values: Values
  /** What the things are called that its fields point at. */
  labels: Record<string, string>
  /** The thing it turned out to be; what is said then is what was last believed of it. */
  supersededBy: { id: number; label: string } | null
  /** Since when nothing personal is known of a person: erased by law. */
  erasedAt: string | null
}

export type ChangeKind = 'IMPORT' | 'CHANGE' | 'CORRECTION' | 'PLAN' | 'UNDO' | 'ERASURE'

export interface Change {
  id: number
  who: string
  when: string
  why: string
  source: string
  kind: ChangeKind
}

export interface ThingVersion {
  version: number
  from: string
  to: string | null
  label: string
  recordedFrom: string
  recordedTo: string | null
  opened: Change
  closed: Change | null
  values: Values
  /** Of masked fields: versions with the same number hold the same. */
  marks: Readonly<Record<string, number>>
}

export interface Link {
  id: number
  label: string
  from: string
  to: string | null
  past: boolean
}

export interface LinkGroup {
  kind: ThingWord
  field: string
  items: Link[]
  more: boolean
}

/** The answer to who would overwrite what they have not seen. */
export interface Stale {
  current: ThingCard | null
  changes: Change[]
  fields: string[]
}

export interface Edit {
  from?: string | null
  to?: string | null
  why: string
  values?: Values
}

export type Verb = 'change' | 'correct' | 'end' | 'withdraw'

const at = (kind: ThingWord, id: number) => `/api/things/${kind}/${id}`

export const getThing = (kind: ThingWord, id: number, asOf: Day, signal?: AbortSignal) => getJson<ThingCard>(at(kind, id), { asOf }, signal)

export const listVersions = (kind: ThingWord, id: number, signal?: AbortSignal) =>
  getJson<Page<ThingVersion>>(`${at(kind, id)}/versions`, {}, signal)

export const getLinks = (kind: ThingWord, id: number, asOf: Day, signal?: AbortSignal) =>
  getJson<{ groups: LinkGroup[] }>(`${at(kind, id)}/links`, { asOf }, signal)

export const beginThing = (kind: ThingWord, edit: Edit) => postJson<ThingCard>(`/api/things/${kind}`, edit)

export const editThing = (kind: ThingWord, id: number, verb: Verb, etag: string, edit: Edit) =>
  postNothing(`${at(kind, id)}/${verb}`, edit, { 'If-Match': etag })
