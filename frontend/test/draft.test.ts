import { describe, expect, it } from 'vitest'
import type { Position } from '@/api/types'
import { EMPTY_DRAFT, faultOf, polygonOf, withoutLast, withPoint } from '@/map/draft'

const drawn = (...points: Position[]) => points.reduce(withPoint, EMPTY_DRAFT)

describe('a polygon being drawn', () => {
  it('needs three corners', () => {
    expect(faultOf(EMPTY_DRAFT)).toBe('tooFewPoints')
    expect(faultOf(drawn([0, 0], [1, 0]))).toBe('tooFewPoints')
    expect(faultOf(drawn([0, 0], [1, 0], [1, 1]))).toBeNull()
  })

  it('does not count the second half of a double click', () => {
    expect(drawn([0, 0], [1, 0], [1, 0]).points).toHaveLength(2)
  })

  it('gives its last corner back', () => {
    expect(withoutLast(drawn([0, 0], [1, 0])).points).toEqual([[0, 0]])
    expect(withoutLast(EMPTY_DRAFT).points).toEqual([])
  })

  it('may not cross itself', () => {
    expect(faultOf(drawn([0, 0], [1, 1], [1, 0], [0, 1]))).toBe('crossesItself')
    expect(faultOf(drawn([0, 0], [2, 0], [2, 2], [1, 1], [0, 2]))).toBeNull()
  })

  it('is closed, turns left and is rounded to the register’s precision, whichever way it was drawn', () => {
    const expected = { type: 'Polygon', coordinates: [[[0, 0], [1.00000001, 0], [1, 1], [0, 0]]] }
    expect(polygonOf(drawn([0, 0], [1.000000012, 0], [1, 1]))).toEqual(expected)
    const clockwise = polygonOf(drawn([0, 0], [0, 1], [1, 1]))
    expect(clockwise.coordinates[0]?.[0]).toEqual(clockwise.coordinates[0]?.at(-1))
    expect(clockwise.coordinates[0]).toEqual([[1, 1], [0, 1], [0, 0], [1, 1]])
  })
})
