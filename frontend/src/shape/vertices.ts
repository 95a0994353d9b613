// The corners of a shape, each with the way to it through the GeoJSON's coordinates. Pure.
import type { Geometry } from 'geojson'
import type { Position } from '@/api/types'

/** What a field of the register can hold: no collections, no multipoints. */
export type Shape = Exclude<Geometry, { type: 'GeometryCollection' | 'MultiPoint' }>

/** Indices into `coordinates`, outermost first; none for a point. */
export type VertexAt = readonly number[]

export interface Vertex {
  readonly at: VertexAt
  readonly place: Position
}

/** A side of a shape: `at` is the corner it begins at. */
export interface Edge {
  readonly at: VertexAt
  readonly from: Position
  readonly to: Position
}

/** A row of positions: a line, or a ring, whose last position is its first again. */
export interface Row {
  readonly at: readonly number[]
  readonly places: readonly Position[]
  readonly isRing: boolean
}

export function rowsOf(shape: Shape): Row[] {
  const row = (places: unknown, isRing: boolean, ...at: number[]): Row => ({ at, places: places as Position[], isRing })
  switch (shape.type) {
    case 'Point':
      return []
    case 'LineString':
      return [row(shape.coordinates, false)]
    case 'MultiLineString':
      return shape.coordinates.map((line, i) => row(line, false, i))
    case 'Polygon':
      return shape.coordinates.map((ring, i) => row(ring, true, i))
    case 'MultiPolygon':
      return shape.coordinates.flatMap((part, p) => part.map((ring, r) => row(ring, true, p, r)))
  }
}

/** Every corner once: a ring's closing position is not another one. */
export function verticesOf(shape: Shape): Vertex[] {
  if (shape.type === 'Point') return [{ at: [], place: shape.coordinates as Position }]
  return rowsOf(shape).flatMap(({ at, places, isRing }) => (isRing ? places.slice(0, -1) : places).map((place, i) => ({ at: [...at, i], place })))
}

export function edgesOf(shape: Shape): Edge[] {
  return rowsOf(shape).flatMap(({ at, places }) => places.slice(0, -1).map((from, i) => ({ at: [...at, i], from, to: places[i + 1] as Position })))
}

export function placeAt(shape: Shape, at: VertexAt): Position | null {
  return verticesOf(shape).find((vertex) => sameAt(vertex.at, at))?.place ?? null
}

export function sameAt(one: VertexAt, other: VertexAt): boolean {
  return one.length === other.length && one.every((index, i) => index === other[i])
}
