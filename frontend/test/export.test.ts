import { describe, expect, it } from 'vitest'
import { crsChoices, recommendedCrs } from '@/export/zones'

describe('reference systems for export', () => {
  it('are 4490, 4326 and the 3-degree zones in both forms', () => {
    const choices = crsChoices()
    expect(choices).toHaveLength(2 + 21 + 21)
    expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length)
    expect(choices.find(({ code }) => code === 'EPSG:4549')).toMatchObject({ kind: 'meridian', zone: 40, meridian: 120 })
    expect(choices.find(({ code }) => code === 'EPSG:4528')).toMatchObject({ kind: 'zone', zone: 40, meridian: 120 })
    expect(choices.find(({ code }) => code === 'EPSG:4513')).toMatchObject({ kind: 'zone', zone: 25, meridian: 75 })
    expect(choices.find(({ code }) => code === 'EPSG:4554')).toMatchObject({ kind: 'meridian', zone: 45, meridian: 135 })
  })

  it.each([[121.5, 'EPSG:4550'], [121.49, 'EPSG:4549'], [106.5, 'EPSG:4545'], [116.4, 'EPSG:4548'], [75, 'EPSG:4534']])('recommends by longitude %d', (lon, code) => {
    expect(recommendedCrs(lon)).toBe(code)
  })

  it('recommends none where no zone reaches', () => {
    expect(recommendedCrs(10)).toBeNull()
  })
})
