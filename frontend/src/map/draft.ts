// The state of a polygon being drawn. Pure: each step answers a new draft. Positions are lon, lat.
import type { Polygon } from 'geojson'
import type { Position } from '@/api/types'

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

export function withoutLast({ points }: Draft): Draft {
  return { points: points.slice(0, -1) }
}

export type DraftFault = 'tooFewPoints' | 'crossesItself'

/** Why the draft cannot be closed yet; null when it can. */
export function faultOf({ points }: Draft): DraftFault | null {
  if (points.length < 3) return 'tooFewPoints'
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
  const ring = points.map(([lon, lat]) => [round(lon), round(lat)] as Position)
  const doubleArea = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Position
    return sum + x * nextY - nextX * y
  }, 0)
  if (doubleArea < 0) ring.reverse()
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }
}

/** 1e-8 degrees, the register's own precision (about 1 mm). */
function round(degrees: number): number {
  return Math.round(degrees * 1e8) / 1e8
}

function cross(a?: Position, b?: Position, c?: Position, d?: Position): boolean {
  if (!a || !b || !c || !d) return false
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}
