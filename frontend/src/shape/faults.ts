// What is wrong with a shape, as far as can be seen while it is being made; the service looks again. Pure.
import type { Position } from '@/api/types'
import { edgesOf, rowsOf, type Edge, type Shape } from './vertices'

export type ShapeFault = 'tooFewPoints' | 'crossesItself'

/** Of lines only their length: a road may cross itself. */
export function shapeFaultOf(shape: Shape): ShapeFault | null {
  const rows = rowsOf(shape)
  if (rows.some(({ places, isRing }) => distinct(places) < (isRing ? 3 : 2))) return 'tooFewPoints'
  const isArea = rows.some(({ isRing }) => isRing)
  return isArea && crossing(edgesOf(shape)) ? 'crossesItself' : null
}

function distinct(places: readonly Position[]): number {
  return new Set(places.map((place) => place.join())).size
}

/**
 * Whether any two sides cross. Sides are gone through from west to east, and each is held against those alone that have not ended yet:
 * a region of some thousand corners is looked through in a few milliseconds.
 */
function crossing(edges: readonly Edge[]): boolean {
  const swept = edges
    .map((edge) => ({ edge, west: Math.min(edge.from[0], edge.to[0]), east: Math.max(edge.from[0], edge.to[0]) }))
    .sort((a, b) => a.west - b.west)
  let live: typeof swept = []
  for (const next of swept) {
    live = live.filter(({ east }) => east >= next.west)
    if (live.some(({ edge }) => cross(edge, next.edge))) return true
    live.push(next)
  }
  return false
}

/** Sides that only meet at an end do not cross; such that lie on one another from their common corner on do. */
function cross({ from: a, to: b }: Edge, { from: c, to: d }: Edge): boolean {
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true
  if (same(b, c)) return folds(a, b, d)
  return same(d, a) && folds(c, d, b)
}

/** From `a` to `b` and straight back towards `a`. */
function folds(a: Position, b: Position, c: Position): boolean {
  return side(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0
}

function same(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1]
}

function side([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}
