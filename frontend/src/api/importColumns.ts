// The columns of a file that was sent: what they are, what they may be, what their words mean.
import { getJson, postJson, putJson } from './http'
import type { ImportJob } from './imports'

export interface FileColumn {
  header: string
  /** Where nobody has said and no guess is sure (`how` null) a proposal. */
  field: string | null
  how: 'CHOSEN' | 'NAMED' | 'GUESSED' | null
  confidence: number
  reason: string | null
  /** The first different values; of what may be personal their shapes. */
  sample: string[]
  masked: boolean
}

export interface FileField {
  name: string
  label: string
  required: boolean
  words: { code: string; label: string }[]
}

/** Code by word, by field; an empty code: the word says nothing. */
export type WordCodes = Record<string, Record<string, string>>

export interface FileColumns {
  layers: string[]
  layer: string | null
  encoding: string | null
  encodings: string[]
  key: string | null
  profile: number | null
  columns: FileColumn[]
  fields: FileField[]
  values: WordCodes
}

export interface ColumnChoice {
  columns: Record<string, string>
  values: WordCodes
  encoding: string | null
  layer: string | null
  key: string | null
}

export const getColumns = (id: number, encoding: string | null, layer: string | null, signal: AbortSignal) => getJson<FileColumns>(`/api/imports/${id}/columns`, { encoding, layer }, signal)
export const chooseColumns = (id: number, choice: ColumnChoice) => putJson<ImportJob>(`/api/imports/${id}/columns`, choice)
export const forgetProfile = (id: number) => postJson<ImportJob>(`/api/imports/${id}/profile/remove`, {})
