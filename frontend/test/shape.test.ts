import type { LineString, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Position } from '@/api/types'
import { deletedVertex, insertedVertex, movedVertex } from '@/shape/actions'
import { divided } from '@/shape/divide'
import { shapeFaultOf } from '@/shape/faults'
import { onLattice } from '@/shape/lattice'
import { nearestEdge, nearestVertex } from '@/shape/nearest'
import { firstStep, nextStep, stepBack } from '@/shape/steps'
import { edgesOf, verticesOf, type Shape } from '@/shape/vertices'

const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const square: Polygon = { type: 'Polygon', coordinates: [ring(0, 0, 10, 10)] }
const holed: Polygon = { type: 'Polygon', coordinates: [ring(0, 0, 10, 10), ring(4, 4, 6, 6).reverse()] }
const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [holed.coordinates, [ring(20, 0, 30, 10)]] }
const triangle: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [0, 4], [0, 0]]] }

/** Twice the area that a ring encloses, positive when it turns left. */
function doubleArea(places: readonly number[][]): number {
  return places.slice(0, -1).reduce((sum, [x = 0, y = 0], i) => sum + x * (places[i + 1]?.[1] ?? 0) - (places[i + 1]?.[0] ?? 0) * y, 0)
}

describe('the corners of a shape', () => {
  it('are named once each, whatever the shape', () => {
    expect(verticesOf({ type: 'Point', coordinates: [1, 2] })).toEqual([{ at: [], place: [1, 2] }])
    expect(verticesOf(square)).toHaveLength(4)
    expect(verticesOf(parts).map(({ at }) => at.join('/'))).toEqual(['0/0/0', '0/0/1', '0/0/2', '0/0/3', '0/1/0', '0/1/1', '0/1/2', '0/1/3', '1/0/0', '1/0/1', '1/0/2', '1/0/3'])
    expect(edgesOf({ type: 'LineString', coordinates: [[0, 0], [1, 0], [2, 0]] })).toHaveLength(2)
    expect(edgesOf(square)).toHaveLength(4)
  })

  it('are found from a place', () => {
    expect(nearestVertex(parts, [29, 9])?.at).toEqual([1, 0, 2])
    expect(nearestEdge(parts, [25, -1])?.at).toEqual([1, 0, 0])
    expect(nearestEdge({ type: 'Point', coordinates: [0, 0] }, [1, 1])).toBeNull()
  })
})

describe('a corner moved', () => {
  it('stays the closing one too, on the lattice, and leaves holes and parts as they are', () => {
    const moved = movedVertex(parts, [0, 0, 0], [-1.123456789123, 0.5]) as MultiPolygon
    expect(moved.coordinates[0]?.[0]?.[0]).toEqual([-1.12345679, 0.5])
    expect(moved.coordinates[0]?.[0]?.at(-1)).toEqual([-1.12345679, 0.5])
    expect(moved.coordinates[0]?.[1]).toEqual(parts.coordinates[0]?.[1])
    expect(moved.coordinates[1]).toEqual(parts.coordinates[1])
    expect(parts.coordinates[0]?.[0]?.[0], 'what it was made of').toEqual([0, 0])
  })

  it('moves a point, and the end of a line', () => {
    expect(movedVertex({ type: 'Point', coordinates: [0, 0] }, [], [3, 4])).toEqual({ type: 'Point', coordinates: [3, 4] })
    const line: LineString = { type: 'LineString', coordinates: [[0, 0], [1, 0]] }
    expect(movedVertex(line, [1], [2, 2])).toEqual({ type: 'LineString', coordinates: [[0, 0], [2, 2]] })
  })
})

describe('a corner inserted', () => {
  it('comes after the one its side begins at, also on the closing side', () => {
    expect((insertedVertex(square, [0, 0], [5, -1]) as Polygon).coordinates[0]).toEqual([[0, 0], [5, -1], [10, 0], [10, 10], [0, 10], [0, 0]])
    expect((insertedVertex(square, [0, 3], [-1, 5]) as Polygon).coordinates[0]).toEqual([[0, 0], [10, 0], [10, 10], [0, 10], [-1, 5], [0, 0]])
    expect((insertedVertex(holed, [1, 0], [5, 3]) as Polygon).coordinates[0]).toEqual(holed.coordinates[0])
  })
})

describe('a corner deleted', () => {
  it('goes, the first too, and the ring closes', () => {
    expect((deletedVertex(square, [0, 0]) as Polygon).coordinates[0]).toEqual([[10, 0], [10, 10], [0, 10], [10, 0]])
  })

  it('takes a hole or a part that is left with too few along', () => {
    const little = { type: 'Polygon', coordinates: [holed.coordinates[0], triangle.coordinates[0]] } as Polygon
    expect(deletedVertex(little, [1, 0])).toEqual(square)
    const two = { type: 'MultiPolygon', coordinates: [square.coordinates, triangle.coordinates] } as MultiPolygon
    expect(deletedVertex(two, [1, 0, 2])).toEqual({ type: 'MultiPolygon', coordinates: [square.coordinates] })
  })

  it('stays where the shape would be none', () => {
    expect(deletedVertex(triangle, [0, 1])).toBe(triangle)
    const line: Shape = { type: 'LineString', coordinates: [[0, 0], [1, 0]] }
    expect(deletedVertex(line, [0])).toBe(line)
  })
})

describe('what is wrong with a shape', () => {
  it('is that it crosses itself, also between its rings', () => {
    expect(shapeFaultOf(square)).toBeNull()
    expect(shapeFaultOf(parts)).toBeNull()
    expect(shapeFaultOf({ type: 'Polygon', coordinates: [[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]] })).toBe('crossesItself')
    expect(shapeFaultOf(movedVertex(holed, [1, 0], [12, 5]))).toBe('crossesItself')
  })

  it('is a side that folds back, and too few points', () => {
    expect(shapeFaultOf({ type: 'Polygon', coordinates: [[[0, 0], [10, 0], [5, 0], [5, 5], [0, 0]]] })).toBe('crossesItself')
    expect(shapeFaultOf({ type: 'Polygon', coordinates: [[[0, 0], [10, 0], [0, 0], [0, 0]]] })).toBe('tooFewPoints')
  })

  it('is not that a road crosses itself', () => {
    expect(shapeFaultOf({ type: 'LineString', coordinates: [[0, 0], [10, 10], [10, 0], [0, 10]] })).toBeNull()
  })
})

describe('steps', () => {
  it('are taken back one by one; what changes nothing is none', () => {
    const first = firstStep(square)
    const second = nextStep(first, movedVertex(square, [0, 0], [-1, 0]), [0, 0])
    expect(nextStep(second, second.shape).before).toBe(first)
    expect(stepBack(second)).toBe(first)
    expect(stepBack(first)).toBe(first)
  })
})

describe('an area divided', () => {
  const pieces = (line: Position[], of: Polygon[] = [square]) => {
    const result = divided(of, line)
    if (typeof result === 'string') throw new Error(result)
    return result
  }

  it('is two along a line, with no gap and no overlap', () => {
    const result = pieces([[3, -2], [4, 12]])
    expect(result).toHaveLength(2)
    const areas = result.map(({ coordinates }) => doubleArea(coordinates[0] as Position[]))
    expect(areas.every((area) => area > 0), 'turn left').toBe(true)
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(200, 6)
    const corners = result.map(({ coordinates }) => new Set(coordinates[0]?.map((place) => place.join())))
    expect([...(corners[0] ?? [])].filter((place) => corners[1]?.has(place)), 'the cut has the same corners on both sides').toHaveLength(2)
    for (const { coordinates } of result) for (const place of coordinates[0] as Position[]) expect(onLattice(place)).toEqual(place)
  })

  it('follows a line with corners, and is cut as often as it is crossed', () => {
    const bent = pieces([[5, -1], [5, 5], [11, 5]])
    expect(bent.map(({ coordinates }) => doubleArea(coordinates[0] as Position[]) / 2).sort((a, b) => a - b)).toEqual([25, 75])
    expect(pieces([[-1, 3], [11, 3], [11, 7], [-1, 7]])).toHaveLength(3)
    expect(pieces([[5, -1], [5, 11]], pieces([[-1, 5], [11, 5]]))).toHaveLength(4)
  })

  it('keeps a courtyard in the piece it is in, and is not cut through one', () => {
    const result = pieces([[2, -1], [2, 11]], [holed])
    expect(result.map(({ coordinates }) => coordinates.length).sort()).toEqual([1, 2])
    expect(divided([holed], [[5, -1], [5, 11]])).toBe('crossesHole')
  })

  it('is not divided by a line that ends within it or passes by', () => {
    expect(divided([square], [[5, -1], [5, 5]])).toBe('doesNotCross')
    expect(divided([square], [[20, -1], [20, 5]])).toBe('doesNotCross')
  })

  it('works on the scale of houses as on that of towns', () => {
    const house: Polygon = { type: 'Polygon', coordinates: [ring(114.3, 30.55, 114.3006, 30.5502).map(onLattice)] }
    const result = pieces([[114.30021, 30.5499], [114.30033, 30.5503]], [house])
    expect(result).toHaveLength(2)
    expect(shapeFaultOf(result[0] as Polygon)).toBeNull()
  })
})
