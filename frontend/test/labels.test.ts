import { describe, expect, it } from 'vitest'
import { setAlong, lengthOf } from '@/map/alongLine'
import { TakenSpace } from '@/map/collision'
import { areaNames, pointNames, roadNames } from '@/map/labels'
import { boxOf, type Properties, type TileFeature } from '@/map/tile'

const box = (minX: number, minY: number, maxX: number, maxY: number) => ({ minX, minY, maxX, maxY })

function feature(kind: TileFeature['kind'], properties: Properties, ...coordinates: number[][]): TileFeature {
  const parts = coordinates.map((part) => Float32Array.from(part))
  return { kind, properties, parts, box: boxOf(parts) }
}

describe('space for names', () => {
  it('is given once', () => {
    const space = new TakenSpace()
    expect(space.takeAll([box(0, 0, 100, 20)])).toBe(true)
    expect(space.isFree(box(90, 10, 120, 30))).toBe(false)
    expect(space.isFree(box(100, 0, 120, 20))).toBe(true)
  })

  it('is given to all letters of a name or to none', () => {
    const space = new TakenSpace()
    space.take(box(200, 0, 210, 10))
    expect(space.takeAll([box(0, 0, 10, 10), box(205, 0, 215, 10)])).toBe(false)
    expect(space.isFree(box(0, 0, 10, 10))).toBe(true)
  })
})

describe('a name along a road', () => {
  const letters = ['花', '园', '路'].map((text) => ({ text, advance: 12 }))
  const order = (line: number[]) => setAlong(line, letters, lengthOf(line) / 2, true)?.map(({ text }) => text)

  it('reads from the left, whichever way the road was drawn', () => {
    const there = setAlong([0, 0, 100, 0], letters, 50, true)
    const back = setAlong([100, 0, 0, 0], letters, 50, true)
    expect(there?.map(({ x }) => x)).toEqual([38, 50, 62])
    expect(back?.map(({ x }) => x)).toEqual([38, 50, 62])
    expect(back?.every(({ turn }) => Math.abs(turn) < 1e-9)).toBe(true)
  })

  it('stands upright on a steep road and reads downwards', () => {
    const up = setAlong([0, 100, 0, 0], letters, 50, true)
    expect(up?.map(({ y }) => y)).toEqual([38, 50, 62])
    expect(up?.every(({ turn }) => Math.abs(turn) < 1e-9)).toBe(true)
    expect(order([0, 0, 0, 100])).toEqual(['花', '园', '路'])
  })

  it('only turns where letters cannot stand, as in Latin', () => {
    const turned = setAlong([0, 0, 0, 100], letters, 50, false)
    expect(Math.abs(turned?.[0]?.turn ?? 0)).toBeCloseTo(Math.PI / 2)
  })

  it('is left out where the road is short or bends sharply', () => {
    expect(setAlong([0, 0, 20, 0], letters, 10, true)).toBeNull()
    expect(setAlong([0, 0, 50, 0, 50, 50], letters, 50, true)).toBeNull()
  })
})

describe('names from tiles', () => {
  const half = (left: number, x0: number, x1: number) => ({
    left,
    top: 0,
    scale: 1,
    features: [feature('area', { id: 7, name: '一' }, [x0, 0, x1, 0, x1, 100, x0, 100, x0, 0])],
  })

  it('name an area once, in the middle of its pieces', () => {
    const names = areaNames([half(0, 4000, 4096), half(4096, 0, 96)])
    expect(names).toHaveLength(1)
    expect(names[0]?.x).toBeCloseTo(4096, 0)
    expect(names[0]?.y).toBeCloseTo(50, 0)
    expect(names[0]?.area).toBeCloseTo(192 * 100, 0)
  })

  it('name a road once a tile, with its pieces joined, large roads first', () => {
    const names = roadNames({
      left: 1000,
      top: 0,
      scale: 0.5,
      features: [
        feature('line', { name: '小巷', class: 'LANE' }, [0, 0, 10, 0]),
        feature('line', { name: '大路', class: 'ARTERIAL' }, [0, 0, 10, 0]),
        feature('line', { name: '大路', class: 'ARTERIAL' }, [10, 0, 30, 0]),
      ],
    })
    expect(names.map(({ name }) => name)).toEqual(['大路', '小巷'])
    expect(lengthOf(names[0]?.line ?? [])).toBe(15)
    expect(names[0]?.line[0]).toBe(1000)
  })

  it('leave points of the buffer to the neighbouring tile', () => {
    const points = pointNames({ left: 0, top: 0, scale: 1, features: [feature('point', {}, [-5, 10]), feature('point', {}, [5, 10])] })
    expect(points.map(({ x }) => x)).toEqual([5])
  })
})
