// Which column is which field, as it is being chosen: state in, state out.
import type { FileColumn, FileField } from '@/api/importColumns'

/** Field by header; empty: nothing is made of the column. */
export type Chosen = Readonly<Record<string, string>>

/** What is settled; a proposal waits for a yes. */
export function settledFields(columns: readonly FileColumn[]): Chosen {
  return Object.fromEntries(columns.map((each) => [each.header, each.how === null ? '' : (each.field ?? '')]))
}

/** A field is one column: who had it before has none now. */
export function assign(chosen: Chosen, header: string, field: string): Chosen {
  return Object.fromEntries(Object.entries(chosen).map(([each, had]) => [each, each === header ? field : had === field ? '' : had]))
}

export function missingFields(chosen: Chosen, fields: readonly FileField[]): FileField[] {
  const taken = new Set(Object.values(chosen))
  return fields.filter((field) => field.required && !taken.has(field.name))
}

/** Why a geometry cannot be read of what is chosen: half a pair, or a pair and WKT; null: it can, or none is wanted. */
export function placeTrouble(chosen: Chosen, fields: readonly FileField[]): 'half' | 'twice' | null {
  const known = new Set(fields.map((field) => field.name))
  const has = (name: string) => known.has(name) && Object.values(chosen).includes(name)
  const [east, north] = [has('lon'), has('lat')]
  if ((east || north) && has('wkt')) return 'twice'
  return east !== north ? 'half' : null
}

/** Proposals first where a required field waits for them, then what is settled, then the rest; the file's order within. */
export function inOrder(columns: readonly FileColumn[], settled: Chosen, fields: readonly FileField[]): FileColumn[] {
  const required = new Set(fields.filter((field) => field.required).map((field) => field.name))
  const rank = (column: FileColumn) => {
    if (column.field !== null && required.has(column.field)) return 0
    if (settled[column.header]) return 1
    return column.field !== null ? 2 : 3
  }
  return columns.map((column, at) => ({ column, at })).sort((a, b) => rank(a.column) - rank(b.column) || a.at - b.at).map((each) => each.column)
}

/** How sure it is: what a person or the name says, a likely guess, a proposal, nothing. */
export function sureness(column: FileColumn, chosen: Chosen): 'sure' | 'likely' | 'open' | 'none' {
  const field = chosen[column.header] ?? ''
  if (field !== '' && field !== column.field) return 'sure'
  if (column.field === null || (field === '' && column.how !== null)) return 'none'
  if (column.how === null) return field === '' ? 'open' : 'sure'
  return column.how === 'GUESSED' ? 'likely' : 'sure'
}
