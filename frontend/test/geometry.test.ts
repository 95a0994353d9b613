import { describe, expect, it } from 'vitest'
import { areaCovers, centroid, hitArea, joinLines, labelPoint } from '@/map/geometry'
import { boxOf, type TileFeature } from '@/map/tile'

const ring = (...coordinates: number[]) => Float32Array.from(coordinates)
const SQUARE = ring(0, 0, 10, 0, 10, 10, 0, 10, 0, 0)
const HOLE = ring(4, 4, 6, 4, 6, 6, 4, 6, 4, 4)
/** Open to the right: its centroid lies outside. */
const HOOK = ring(0, 0, 10, 0, 10, 2, 2, 2, 2, 8, 10, 8, 10, 10, 0, 10, 0, 0)

function area(id: number, ...parts: Float32Array[]): TileFeature {
  return { kind: 'area', properties: { id }, parts, box: boxOf(parts) }
}

describe('what is under the pointer', () => {
  it('is inside the ring and not in the hole', () => {
    expect(areaCovers([SQUARE, HOLE], 1, 1)).toBe(true)
    expect(areaCovers([SQUARE, HOLE], 5, 5)).toBe(false)
    expect(areaCovers([SQUARE, HOLE], 11, 5)).toBe(false)
  })

  it('is the one drawn last', () => {
    const features = [area(1, SQUARE), area(2, HOLE)]
    expect(hitArea(features, 5, 5)?.properties.id).toBe(2)
    expect(hitArea(features, 1, 1)?.properties.id).toBe(1)
    expect(hitArea(features, 20, 20)).toBeNull()
  })
})

describe('where a name goes', () => {
  it('is the middle, weighed by area', () => {
    expect(centroid([SQUARE])).toEqual({ x: 5, y: 5, weight: 100 })
  })

  it('is inside even where the middle is not', () => {
    const middle = centroid([HOOK])
    const place = labelPoint([HOOK], 0, 10)
    expect(areaCovers([HOOK], middle.x + 1, middle.y)).toBe(false)
    expect(areaCovers([HOOK], place.x, place.y)).toBe(true)
  })

  it('survives a ring without area', () => {
    expect(centroid([ring(3, 4, 3, 4)])).toEqual({ x: 3, y: 4, weight: 0 })
  })
})

describe('pieces of a road', () => {
  it('are joined whichever way they were drawn', () => {
    const joined = joinLines([ring(0, 0, 10, 0), ring(80, 0, 40, 0), ring(40, 0, 10, 0)])
    expect(joined).toHaveLength(1)
    expect(Array.from(joined[0] ?? []).filter((_, i) => i % 2 === 0).sort((a, b) => a - b)).toEqual([0, 10, 40, 80])
  })

  it('stay apart when they do not meet', () => {
    expect(joinLines([ring(0, 0, 10, 0), ring(50, 50, 90, 90)])).toHaveLength(2)
  })
})
