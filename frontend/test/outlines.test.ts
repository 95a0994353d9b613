import { describe, expect, it } from 'vitest'
import type { Outlined } from '@/api/administration'
import { pictureOf, type Picture } from '@/administration/outlines'

const square = (code: string, name: string, west: number, south: number, side: number): Outlined =>
  ({
    code,
    name,
    centre: [west + side / 2, south + side / 2],
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [west, south],
            [west + side, south],
            [west + side, south + side],
            [west, south + side],
            [west, south],
          ],
        ],
      ],
    },
  }) as unknown as Outlined

function drawn(areas: Outlined[]): Picture {
  const picture = pictureOf(areas)
  if (!picture) throw new Error('no picture')
  return picture
}

describe('the picture of areas', () => {
  it('is nothing of nothing', () => {
    expect(pictureOf([])).toBeNull()
  })

  it('has north above and west on the left, and keeps what is as wide as high so at 60° north', () => {
    const picture = drawn([square('a', '西南', 120, 60, 0.01), square('b', '东北', 120.01, 60.01, 0.01)])
    const [a, b] = picture.outlines
    expect(a?.x).toBeLessThan(b?.x ?? 0)
    expect(a?.y).toBeGreaterThan(b?.y ?? 1000)
    // a degree of longitude is half as wide there
    expect((picture.width - 24) / (picture.height - 24)).toBeCloseTo(0.5, 2)
    expect(Math.max(picture.width, picture.height)).toBeCloseTo(1000, 6)
  })

  it('writes a name only where there is room for it', () => {
    const picture = drawn([square('a', '解放路社区', 120, 30, 0.1), square('b', '很小的一个网格', 120.1, 30, 0.002)])
    expect(picture.outlines.map((area) => area.labelled)).toEqual([true, false])
  })
})
