// Every edit of a shape is one of these: a shape and what is done to it, to another shape. Holes and parts that are not touched stay
// as they are, to the last digit; what is set down lies on the register's lattice. Pure.
import type { Position } from '@/api/types'
import { onLattice } from './lattice'
import { rowsOf, type Row, type Shape, type VertexAt } from './vertices'

/** Positions that a line and a ring (closed) have at least. */
const LEAST = { line: 2, ring: 4 } as const

/** `at`: the corner, as {@link verticesOf} names it. */
export function movedVertex(shape: Shape, at: VertexAt, place: Position): Shape {
  const there = onLattice(place)
  if (shape.type === 'Point') return { ...shape, coordinates: there }
  return withRow(shape, at, ({ places, isRing }, index) => closed(isRing, replaced(open(places, isRing), index, [there])))
}

/** A new corner on the side that begins at the corner `at`. */
export function insertedVertex(shape: Shape, at: VertexAt, place: Position): Shape {
  return withRow(shape, at, ({ places, isRing }, index) => {
    const corners = open(places, isRing)
    const before = corners[index]
    return before ? closed(isRing, replaced(corners, index, [before, onLattice(place)])) : [...places]
  })
}

/**
 * Without a corner. A hole or a part that is left with too few goes away whole; the shape itself, left with too few, is answered as it
 * was: what cannot be deleted stays.
 */
export function deletedVertex(shape: Shape, at: VertexAt): Shape {
  if (shape.type === 'Point') return shape
  const row = rowsOf(shape).find((each) => isIn(each, at))
  if (!row) return shape
  if (row.places.length > (row.isRing ? LEAST.ring : LEAST.line)) {
    return withRow(shape, at, ({ places, isRing }, index) => closed(isRing, replaced(open(places, isRing), index, [])))
  }
  return withoutRow(shape, row)
}

function withoutRow(shape: Shape, { at }: Row): Shape {
  const [first = 0, second = 0] = at
  switch (shape.type) {
    case 'MultiLineString':
      return shape.coordinates.length > 1 ? { ...shape, coordinates: shape.coordinates.filter((_, i) => i !== first) } : shape
    case 'Polygon':
      return first > 0 ? { ...shape, coordinates: shape.coordinates.filter((_, i) => i !== first) } : shape
    case 'MultiPolygon':
      if (second > 0) return { ...shape, coordinates: shape.coordinates.map((part, i) => (i === first ? part.filter((_, r) => r !== second) : part)) }
      return shape.coordinates.length > 1 ? { ...shape, coordinates: shape.coordinates.filter((_, i) => i !== first) } : shape
    default:
      return shape
  }
}

function withRow(shape: Shape, at: VertexAt, edit: (row: Row, index: number) => Position[]): Shape {
  const index = at.at(-1) ?? 0
  const edited = (row: Row) => (isIn(row, at) ? edit(row, index) : [...row.places])
  const rows = rowsOf(shape).map((row) => ({ at: row.at, places: edited(row) }))
  switch (shape.type) {
    case 'Point':
      return shape
    case 'LineString':
      return { ...shape, coordinates: rows[0]?.places ?? [] }
    case 'MultiLineString':
    case 'Polygon':
      return { ...shape, coordinates: rows.map(({ places }) => places) }
    case 'MultiPolygon':
      return { ...shape, coordinates: shape.coordinates.map((_, part) => rows.filter((row) => row.at[0] === part).map(({ places }) => places)) }
  }
}

function isIn(row: Row, at: VertexAt): boolean {
  return row.at.length === at.length - 1 && row.at.every((index, i) => index === at[i])
}

function open(places: readonly Position[], isRing: boolean): readonly Position[] {
  return isRing ? places.slice(0, -1) : places
}

function closed(isRing: boolean, places: Position[]): Position[] {
  return isRing && places[0] ? [...places, places[0]] : places
}

function replaced(places: readonly Position[], index: number, by: readonly Position[]): Position[] {
  return [...places.slice(0, index), ...by, ...places.slice(index + 1)]
}
