// Which rows stand behind a number of the grid's summary. Pure.
import type { Basis, PersonKind } from '@/api/types'
import type { Occupancy } from '@/occupancy/states'

export type Rows =
  | { kind: 'units'; occupancy: Occupancy | null; basis?: Basis; contradiction?: true }
  | { kind: 'buildings'; withoutUnits?: true }
  | { kind: 'households' }
  | { kind: 'organisations' }
  | { kind: 'people'; personKind?: PersonKind; incomplete?: true }
  /** Registered here and living elsewhere: persons, and registration books nobody of lives here. */
  | { kind: 'away' }
  | { kind: 'emptyBooks' }
  | { kind: 'duplicates' }

/** A number that opens its rows. */
export interface Figure {
  readonly name: string
  readonly count: number
  readonly rows: Rows
  /** Why its rows are not listed. */
  readonly closed?: string
}

/** Rows that are people or households, one by one. */
const OF_PEOPLE: readonly Rows['kind'][] = ['households', 'people', 'away', 'emptyBooks', 'duplicates']

/** Figures whose rows are people's, closed for a reason; null: open. */
export function closing(figures: readonly Figure[], reason: string | null): Figure[] {
  return figures.map((figure) => (reason !== null && OF_PEOPLE.includes(figure.rows.kind) ? { ...figure, closed: reason } : figure))
}

export const VACANT_UNITS: Rows = { kind: 'units', occupancy: 'VERIFIED_VACANT' }

/** The key of the list's heading in the translations. */
export function headingOf(rows: Rows): string {
  switch (rows.kind) {
    case 'units':
      if (rows.contradiction) return 'rows.contradictions'
      return rows.occupancy ? `rows.units.${rows.occupancy}` : 'rows.units.all'
    case 'buildings':
      return rows.withoutUnits ? 'rows.buildingsWithoutUnits' : 'rows.buildings'
    case 'households':
      return 'rows.households'
    case 'organisations':
      return 'rows.organisations'
    case 'people':
      return rows.incomplete ? 'rows.peopleIncomplete' : 'rows.people'
    default:
      return `rows.${rows.kind}`
  }
}

/** The state whose rows these are, all of them; null when they are narrowed further, or of something else. */
export function wholeState(rows: Rows): Occupancy | null {
  return rows.kind === 'units' && !rows.basis && !rows.contradiction ? rows.occupancy : null
}

export function sameRows(a: Rows, b: Rows): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
