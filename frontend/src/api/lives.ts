// What becomes of households and persons: several facts at once, each a call of its own.
import { postJson, postNothing } from './http'
import type { Values } from './things'

export type HouseholdDeed = 'move' | 'split' | 'merge' | 'leave'
export type PersonDeed = 'move' | 'register' | 'leave' | 'die'

export interface Deed {
  from?: string
  why: string
}

/** Answers the id of the new household. */
export const splitHousehold = (id: number, etag: string, deed: Deed & Values) =>
  postJson<{ id: number }>(`/api/households/${id}/split`, deed, undefined, { 'If-Match': etag })

export const actOnHousehold = (id: number, verb: HouseholdDeed, etag: string, deed: Deed & Values) =>
  postNothing(`/api/households/${id}/${verb}`, deed, { 'If-Match': etag })

export const actOnPerson = (id: number, verb: PersonDeed, etag: string, deed: Deed & Values) =>
  postNothing(`/api/persons/${id}/${verb}`, deed, { 'If-Match': etag })

export const arrive = (deed: Deed & { values: Values; residence: Values }) => postJson<{ id: number }>('/api/persons/arrive', deed)
