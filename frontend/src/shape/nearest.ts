// What of a shape is nearest to a place: for the keyboard, which points with a cross alone. Pure.
import type { Position } from '@/api/types'
import { edgesOf, verticesOf, type Edge, type Shape, type Vertex } from './vertices'

/** Degrees of longitude are shorter than those of latitude. */
function squaredDistance([ax, ay]: Position, [bx, by]: Position): number {
  const narrow = Math.cos((ay * Math.PI) / 180)
  return ((ax - bx) * narrow) ** 2 + (ay - by) ** 2
}

export function nearestVertex(shape: Shape, place: Position): Vertex | null {
  return least(verticesOf(shape), (vertex) => squaredDistance(place, vertex.place))
}

export function nearestEdge(shape: Shape, place: Position): Edge | null {
  return least(edgesOf(shape), (edge) => squaredDistance(place, footOn(edge, place)))
}

/** The place of an edge that is nearest. */
function footOn({ from, to }: Edge, [x, y]: Position): Position {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / length))
  return [from[0] + share * dx, from[1] + share * dy]
}

export function middleOf({ from, to }: Edge): Position {
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
}

function least<T>(all: readonly T[], measure: (each: T) => number): T | null {
  let best: { each: T; measured: number } | null = null
  for (const each of all) {
    const measured = measure(each)
    if (!best || measured < best.measured) best = { each, measured }
  }
  return best?.each ?? null
}
