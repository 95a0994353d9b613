// The four occupancy states: one set of colours and patterns for map, chart, legend and print.
// states.json is plain data so that other writers of symbols (SLD, sheets) can read the same file.
// Told apart without colour: vacant is the only dark one and hatched, unlinked dotted, unvisited gridded, occupied plain.
import table from './states.json'

export type Occupancy = 'VERIFIED_VACANT' | 'UNVISITED' | 'UNLINKED' | 'OCCUPIED'
export type Pattern = 'hatch' | 'grid' | 'dots' | 'solid'
export type OccupancyCounts = Record<Occupancy, number>

export interface StateStyle {
  readonly fill: string
  readonly tint: string
  readonly ink: string
  readonly pattern: Pattern
}

/** In the order in which they are always shown. */
export const OCCUPANCIES: readonly Occupancy[] = ['VERIFIED_VACANT', 'UNVISITED', 'UNLINKED', 'OCCUPIED']

export const STATE_STYLE = table as Readonly<Record<Occupancy, StateStyle>>

/** The class a building is coloured by, as tiles carry it in `state`; `none`: no unit that has an occupancy. */
export type BuildingState = 'vacant' | 'unvisited' | 'unlinked' | 'occupied' | 'none'

export const OCCUPANCY_OF_STATE: Readonly<Record<Exclude<BuildingState, 'none'>, Occupancy>> = {
  vacant: 'VERIFIED_VACANT',
  unvisited: 'UNVISITED',
  unlinked: 'UNLINKED',
  occupied: 'OCCUPIED',
}

export const BUILDING_WITHOUT_UNITS: Pick<StateStyle, 'fill' | 'ink'> = { fill: '#e3ded4', ink: '#aaa294' }

export function totalOf(counts: OccupancyCounts): number {
  return OCCUPANCIES.reduce((sum, state) => sum + counts[state], 0)
}

/** Reads a state out of an answer; unknown words are refused, never counted as something else. */
export function isOccupancy(word: unknown): word is Occupancy {
  return typeof word === 'string' && word in STATE_STYLE
}
