import { describe, expect, it } from 'vitest'
import { cssBackground } from '@/occupancy/pattern'
import { isOccupancy, OCCUPANCIES, OCCUPANCY_OF_STATE, STATE_STYLE, totalOf } from '@/occupancy/states'

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('the four states', () => {
  it('are four, each with a pattern of its own', () => {
    expect(Object.keys(STATE_STYLE).sort()).toEqual([...OCCUPANCIES].sort())
    expect(new Set(OCCUPANCIES.map((state) => STATE_STYLE[state].pattern)).size).toBe(4)
    expect(new Set(Object.values(OCCUPANCY_OF_STATE)).size).toBe(4)
  })

  it('keep dark text readable on their tint (AA), and their lines visible on their fill (3:1)', () => {
    for (const state of OCCUPANCIES) {
      expect(contrast('#1f2a30', STATE_STYLE[state].tint), `${state} text`).toBeGreaterThan(4.5)
      if (state !== 'VERIFIED_VACANT') expect(contrast(STATE_STYLE[state].ink, STATE_STYLE[state].fill), `${state} lines`).toBeGreaterThan(3)
    }
  })

  it('set vacant apart by lightness from each of the others, for eyes that see no hue', () => {
    for (const state of OCCUPANCIES.filter((other) => other !== 'VERIFIED_VACANT')) {
      expect(contrast(STATE_STYLE.VERIFIED_VACANT.fill, STATE_STYLE[state].fill), state).toBeGreaterThan(1.6)
    }
  })

  it('have a background that a page and a printer can draw', () => {
    expect(cssBackground('VERIFIED_VACANT').backgroundImage).toContain('repeating-linear-gradient')
    expect(cssBackground('OCCUPIED').backgroundImage).toBeUndefined()
  })

  it('are counted together only by the sum of all four', () => {
    expect(totalOf({ VERIFIED_VACANT: 1, UNVISITED: 2, UNLINKED: 3, OCCUPIED: 4 })).toBe(10)
  })

  it('are not guessed from other words', () => {
    expect(isOccupancy('VERIFIED_VACANT')).toBe(true)
    expect(isOccupancy('VACANT')).toBe(false)
    expect(isOccupancy(null)).toBe(false)
  })
})
