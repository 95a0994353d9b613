// Erasing people by law: one account asks, another confirms.
import { getJson, postJson } from './http'
import type { Page } from './types'

export const BASES = ['REQUEST', 'RETENTION'] as const
export type Basis = (typeof BASES)[number]

export interface Erasure {
  id: number
  person: { id: number; label: string }
  /** Found to be the same human being, and erased too. */
  others: number[]
  basis: Basis
  why: string
  askedBy: string
  askedAt: string
  /** Asked by who reads it: somebody else has to confirm. */
  own: boolean
  decision: 'CONFIRMED' | 'REFUSED' | null
  decidedBy: string | null
  decidedAt: string | null
  answer: string | null
}

export const listErasures = (open: boolean, after: string | null, signal: AbortSignal) => getJson<Page<Erasure>>('/api/erasures', { open, limit: 50, after }, signal)

/** The request that waits, of one person. */
export const findOpenErasure = async (person: number, signal: AbortSignal) => (await getJson<Page<Erasure>>('/api/erasures', { person, open: true, limit: 1 }, signal)).items[0] ?? null

export const askErasure = (person: number, basis: Basis, why: string) => postJson<Erasure>('/api/erasures', { person, basis, why })
export const confirmErasure = (id: number) => postJson<Erasure>(`/api/erasures/${id}/confirm`, {})
export const refuseErasure = (id: number, why: string) => postJson<Erasure>(`/api/erasures/${id}/refuse`, { why })
