// A person's fields in full: each look has a reason, which the service logs before it answers. Nothing of it is in an address.
import { postJson } from './http'
import type { Values } from './things'

export interface Revealed {
  id: number
  values: Values
}

export const revealPerson = (id: number, fields: readonly string[], why: string, asOf: string | null) =>
  postJson<Revealed>(`/api/persons/${id}/reveal`, { fields, why, ...(asOf ? { asOf } : {}) })
