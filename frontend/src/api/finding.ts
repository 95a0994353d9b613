// People by what they say of themselves. What was typed goes in the body, never in an address; the service logs whom it found.
import { postJson } from './http'

export interface Home {
  unit: number
  building: number
  address: string | null
  main: boolean
  lon: number
  lat: number
}

export interface FoundPerson {
  id: number
  /** Masked; null: not for the reader to see. */
  name: string | null
  sex: string | null
  birth: string | null
  documentType: string | null
  documentNumber: string | null
  homes: Home[]
}

export interface FoundPeople {
  items: FoundPerson[]
  /** There are others, who were not told. */
  more: boolean
}

export interface PersonWish {
  documentNumber?: string
  documentTail?: string
  name?: string
}

export const findPeople = (wish: PersonWish, limit: number, signal?: AbortSignal) =>
  postJson<FoundPeople>('/api/persons/search', { ...wish, limit }, signal)
