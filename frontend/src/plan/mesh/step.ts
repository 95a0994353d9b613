// Places as whole steps of 1e-8 degrees, so that two grids that share a border hold the very same numbers.
// Products of two differences are exact up to 2^53: no segment may be longer than half a degree, and none is.
import type { Position } from '@/api/types'

export type Step = readonly [x: number, y: number]

const PER_DEGREE = 1e8

export const stepOf = ([lon, lat]: Position | readonly number[]): Step => [Math.round((lon) * PER_DEGREE), Math.round((lat) * PER_DEGREE)]

/** The division is rounded once, so this is the number a file would say. */
export const degreesOf = ([x, y]: Step): Position => [x / PER_DEGREE, y / PER_DEGREE]

export const keyOf = ([x, y]: Step): string => `${x},${y}`

export const same = (a: Step, b: Step): boolean => a[0] === b[0] && a[1] === b[1]

/** > 0: c lies left of a → b; 0: on the line. */
export const turn = (a: Step, b: Step, c: Step): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** Distance of p from the segment, in steps. */
export function distance(p: Step, a: Step, b: Step): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
  return Math.hypot(p[0] - a[0] - share * dx, p[1] - a[1] - share * dy)
}

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export function boxOf(steps: readonly Step[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of steps) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return { west, south, east, north }
}

export const meets = (a: Box, b: Box, by = 0): boolean => a.west <= b.east + by && b.west <= a.east + by && a.south <= b.north + by && b.south <= a.north + by

export const around = (a: Box, b: Box): Box => ({ west: Math.min(a.west, b.west), south: Math.min(a.south, b.south), east: Math.max(a.east, b.east), north: Math.max(a.north, b.north) })
