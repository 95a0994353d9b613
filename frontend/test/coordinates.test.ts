import { describe, expect, it } from 'vitest'
import type { FoundCoordinates } from '@/api/importCoordinates'
import { controlOf, movesOf } from '@/intake/coordinates'

const found = (features: FoundCoordinates['places']['features']): FoundCoordinates => ({
  verdict: 'FOUND',
  reading: 'EPSG:4326+GCJ02',
  label: '',
  why: [],
  accuracyMetres: null,
  doubt: null,
  others: [],
  fit: null,
  places: { type: 'FeatureCollection', features },
})

describe('the picture of places before and after', () => {
  it('is none without places of the file', () => {
    expect(movesOf(found([]))).toBeNull()
    expect(movesOf(found([{ type: 'Feature', geometry: { type: 'Point', coordinates: [120, 30] }, properties: { at: 'REGISTER' } }]))).toBeNull()
  })

  it('has north up, a line for each move, and of the register what lies in it', () => {
    const moves = movesOf(
      found([
        { type: 'Feature', geometry: { type: 'LineString', coordinates: [[120.004, 30.002], [120, 30]] }, properties: { at: 'MOVED' } },
        { type: 'Feature', geometry: { type: 'Point', coordinates: [120.01, 30.006] }, properties: { at: 'AFTER' } },
        { type: 'Feature', geometry: { type: 'Point', coordinates: [120.001, 30.001] }, properties: { at: 'REGISTER' } },
        { type: 'Feature', geometry: { type: 'Point', coordinates: [121, 30.001] }, properties: { at: 'REGISTER' } },
      ]),
    )
    expect(moves?.lines).toHaveLength(1)
    const [line] = moves?.lines ?? []
    expect(line?.from.x).toBeGreaterThan(line?.to.x ?? 0)
    expect(line?.from.y).toBeLessThan(line?.to.y ?? 0)
    expect(moves?.before).toHaveLength(1)
    expect(moves?.after).toHaveLength(2)
    expect(moves?.register, 'one is 100 km away').toHaveLength(1)
  })

  it('says how long a round length is', () => {
    const moves = movesOf(found([{ type: 'Feature', geometry: { type: 'LineString', coordinates: [[120, 30], [120, 30 + 1000 / 111_320]] }, properties: { at: 'MOVED' } }]))
    const [line] = moves?.lines ?? []
    const drawn = (line?.from.y ?? 0) - (line?.to.y ?? 0)
    expect(((moves?.scale.length ?? 0) / drawn) * 1000).toBeCloseTo(moves?.scale.metres ?? -1, 3)
  })
})

describe('control points as they are pasted', () => {
  it('takes commas, tabs and a header', () => expect(controlOf('x,y,lon,lat\n1,2,3,4\n5\t6\t7\t8\n')).toEqual([{ x: 1, y: 2, lon: 3, lat: 4 }, { x: 5, y: 6, lon: 7, lat: 8 }]))
  it('none is none', () => expect(controlOf('  \n')).toEqual([]))
  it.each(['1,2,3', '1,2,3,东', '1,2,3,4,5'])('%s is not one', (line) => expect(controlOf(line)).toBeNull())
})
