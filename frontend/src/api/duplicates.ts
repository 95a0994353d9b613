// Persons who may be one and the same: pairs in the register, whom somebody types in, and making one of two.
import { getJson, postJson, postNothing } from './http'
import type { Day } from './register'
import type { Page, Within } from './types'

export interface PersonBrief {
  id: number
  /** null: not for the reader to see. */
  name: string | null
  sex: string | null
  birth: string | null
  documentType: string | null
  documentNumber: string | null
  phone: string | null
  registeredAddress: string | null
  home: string | null
}

export interface Reason {
  code: 'SAME_DOCUMENT' | 'SAME_UNIT' | 'SAME_BUILDING' | 'SIMILAR_ADDRESS'
  text: string
}

export interface Lookalike {
  person: PersonBrief
  reasons: Reason[]
}

export interface DuplicatePair {
  one: PersonBrief
  other: PersonBrief
  reasons: Reason[]
}

/** Of somebody being typed in, what is known so far. */
export interface Typed {
  name?: string | null
  birthDate?: string | null
  documentType?: string | null
  documentNumber?: string | null
  registeredAddress?: string | null
  unit?: number | null
}

/** Whose word stands: that of the person who goes, or of the one who stays. */
export type MergeSide = 'THIS' | 'INTO'

export interface MergePreview {
  etag: string
  intoEtag: string
  fields: { field: string; said: string | null; into: string | null; undecided: boolean }[]
  mains: { from: string; to: string | null; unit: number; intoUnit: number }[]
  residences: number
  tenancies: number
}

export interface MergeOrder {
  into: number
  intoEtag: string
  choose: Record<string, MergeSide>
  mains: number[]
  why: string
}

export const listDuplicates = (within: Within, filter: { asOf: Day; after?: string | null }, signal?: AbortSignal) =>
  postJson<Page<DuplicatePair>>('/api/duplicates/search', { within, ...filter }, signal)

export const checkDuplicates = (typed: Typed, signal?: AbortSignal) => postJson<Page<Lookalike>>('/api/duplicates/check', typed, signal)

export const listTwins = (id: number, signal?: AbortSignal) => getJson<Page<Lookalike>>(`/api/persons/${id}/duplicates`, {}, signal)

export const previewMerge = (id: number, into: number, signal?: AbortSignal) => getJson<MergePreview>(`/api/persons/${id}/merge`, { into }, signal)

export const mergePersons = (id: number, etag: string, order: MergeOrder) => postNothing(`/api/persons/${id}/merge`, order, { 'If-Match': etag })
