// Which rows stand behind a number of the grid's summary. Pure.
import type { PersonKind } from '@/api/types'
import type { Occupancy } from '@/occupancy/states'

export type Rows =
  | { kind: 'units'; occupancy: Occupancy | null; contradiction?: true }
  | { kind: 'buildings'; withoutUnits?: true }
  | { kind: 'households' }
  | { kind: 'people'; personKind?: PersonKind; incomplete?: true }

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
    case 'people':
      return rows.incomplete ? 'rows.peopleIncomplete' : 'rows.people'
  }
}

export function sameRows(a: Rows, b: Rows): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
