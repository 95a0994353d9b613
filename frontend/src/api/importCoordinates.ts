// How the coordinates of a file are read: what is believed and why, and what else could be.
import { getJson, postJson } from './http'
import type { ImportJob } from './imports'
import type { Position } from './types'

export interface StatedCoordinates {
  /** `EPSG:4549`, with `+GCJ02`, `+BD09`, `+SWAPPED`, `+FITTED`. */
  crs: string | null
  control: { x: number; y: number; lon: number; lat: number }[] | null
  /** dx, dy in metres, rotation in seconds of arc, scale in millionths. */
  shift: string | null
}

export interface Reason {
  code: string
  message: string
}

export interface FoundCoordinates {
  verdict: string
  /** Null where no reading is believed. */
  reading: string | null
  label: string | null
  why: Reason[]
  accuracyMetres: number | null
  doubt: Reason | null
  others: { code: string; label: string; offMetres: number | null; matched: number; compared: number }[]
  fit: { used: number; left: number; rmsMetres: number; worstMetres: number; dx: number; dy: number; rotationSeconds: number; scalePpm: number; residualsMetres: number[] } | null
  places: {
    type: 'FeatureCollection'
    features: {
      type: 'Feature'
      geometry: { type: 'Point'; coordinates: Position } | { type: 'LineString'; coordinates: [Position, Position] }
      properties: { at: 'MOVED' | 'BEFORE' | 'AFTER' | 'REGISTER' }
    }[]
  }
}

export interface ImportCoordinates {
  stated: StatedCoordinates
  found: FoundCoordinates | null
  mayChoose: boolean
}

export const getCoordinates = (id: number, signal: AbortSignal) => getJson<ImportCoordinates>(`/api/imports/${id}/coordinates`, {}, signal)
export const chooseCoordinates = (id: number, stated: StatedCoordinates) => postJson<ImportJob>(`/api/imports/${id}/coordinates`, stated)
