// The state of a shape being drawn. Pure: each step answers a new draft. Positions are lon, lat.
import type { LineString, Point, Polygon } from 'geojson'
import type { Position } from '@/api/types'
import { onLattice } from '@/shape/lattice'

/** What can be drawn; the words are those of the register's fields. */
export type DrawKind = 'POINT' | 'LINE' | 'AREA'

export interface Draft {
  readonly points: readonly Position[]
}

export const EMPTY_DRAFT: Draft = { points: [] }

/** A point on top of the last one is the second half of a double click, not a corner. */
export function withPoint({ points }: Draft, point: Position): Draft {
  const last = points.at(-1)
  if (last && last[0] === point[0] && last[1] === point[1]) return { points }
  return { points: [...points, point] }
}

export function withoutLast({ points }: Draft, count = 1): Draft {
  return { points: points.slice(0, Math.max(0, points.length - count)) }
}

export type DraftFault = 'tooFewPoints' | 'crossesItself'

const LEAST: Readonly<Record<DrawKind, number>> = { POINT: 1, LINE: 2, AREA: 3 }

/** Why the draft cannot be closed yet; null when it can. A line may cross itself, as a road does. */
export function faultOf({ points }: Draft, kind: DrawKind = 'AREA'): DraftFault | null {
  if (points.length < LEAST[kind]) return 'tooFewPoints'
  if (kind !== 'AREA') return null
  const count = points.length
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const neighbours = j === i + 1 || (i === 0 && j === count - 1)
      if (!neighbours && cross(points[i], points[(i + 1) % count], points[j], points[(j + 1) % count])) return 'crossesItself'
    }
  }
  return null
}

/** Closed, and turning left as RFC 7946 wants it. */
export function polygonOf({ points }: Draft): Polygon {
  const ring = points.map(onLattice)
  const doubleArea = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Position
    return sum + x * nextY - nextX * y
  }, 0)
  if (doubleArea < 0) ring.reverse()
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }
}

export function drawnOf(draft: Draft, kind: DrawKind): Point | LineString | Polygon {
  const places = draft.points.map(onLattice)
  if (kind === 'POINT') return { type: 'Point', coordinates: places[0] as Position }
  return kind === 'LINE' ? { type: 'LineString', coordinates: places } : polygonOf(draft)
}

function cross(a?: Position, b?: Position, c?: Position, d?: Position): boolean {
  if (!a || !b || !c || !d) return false
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}
