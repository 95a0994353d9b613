import { describe, expect, it } from 'vitest'
import { stepOf, degreesOf, type Step } from '@/plan/mesh/step'
import { magnetOf, wayBetween } from '@/plan/snap/lineSnap'
import { sideIndex } from '@/plan/snap/sideIndex'
import type { GuideKind } from '@/plan/snap/guides'
import { chance } from './meshes'

const far = (a: Step, b: Step): number => Math.hypot(a[0] - b[0], a[1] - b[1])
const length = (line: readonly Step[]): number => line.slice(1).reduce((sum, step, i) => sum + far(line[i] as Step, step), 0)

/** Walks the line step by step from both places, the plain way. */
function shortestWalk(line: readonly Step[], sides: [number, number], from: Step, to: Step): number {
  const isClosed = line[0]?.join() === line.at(-1)?.join()
  const walk = (a: number, b: number, start: Step, end: Step): number => {
    if (a === b && far(line[a] as Step, start) <= far(line[a] as Step, end)) return far(start, end)
    let sum = 0
    let at = start
    for (let i = a; ; ) {
      const next = line[i + 1]
      if (!next) return Infinity
      sum += far(at, next)
      at = next
      i++
      if (i === line.length - 1) {
        if (!isClosed) return Infinity
        i = 0
      }
      if (i === b) return sum + far(at, end)
      if (sum > 4 * length(line)) return Infinity
    }
  }
  return Math.min(walk(sides[0], sides[1], from, to), walk(sides[1], sides[0], to, from))
}

describe('the way along a line', () => {
  it('is the shorter of those there are, over corners of the line alone', () => {
    const random = chance(5)
    let around = 0
    for (let n = 0; n < 600; n++) {
      const count = 3 + Math.floor(random() * 8)
      // a ring or a bow around a middle, whose sides do not meet
      const line: Step[] = Array.from({ length: count }, (_, i) => {
        const turn = (i / count) * 2 * Math.PI
        const wide = 4_000_000 * (0.5 + random())
        return [Math.round(Math.cos(turn) * wide), Math.round(Math.sin(turn) * wide)]
      })
      if (n % 2 === 0) line.push(line[0] as Step)
      const on = (): [number, Step] => {
        const side = Math.floor(random() * (line.length - 1))
        const [a, b] = [line[side] as Step, line[side + 1] as Step]
        const share = n % 5 === 0 ? 0 : random()
        return [side, [Math.round(a[0] + share * (b[0] - a[0])), Math.round(a[1] + share * (b[1] - a[1]))]]
      }
      const [[a, from], [b, to]] = [on(), on()]
      const way = wayBetween(line, from, to)
      const shortest = shortestWalk(line, [a, b], from, to)
      expect(Math.abs(length([from, ...way, to]) - shortest), JSON.stringify({ line, from, to })).toBeLessThan(8)
      for (const corner of way) expect(line.map(String)).toContain(String(corner))
      if (n % 2 === 0 && way.some((corner) => corner === line[0])) around++
    }
    expect(around, 'over the place where a ring begins').toBeGreaterThan(20)
  })
})

const placesOf = (...steps: Step[]) => steps.map(degreesOf)

describe('what draws a line that is drawn', () => {
  const index = sideIndex<GuideKind>([
    { kind: 'road', places: placesOf([0, 0], [1_000_000, 0], [2_000_000, 500_000]) },
    { kind: 'building', places: placesOf([1000, 60_000], [20_000, 60_000]) },
  ])
  const word = (kind: GuideKind): string => kind

  it('is the line near the hand, with the number that tells it from others', () => {
    const magnet = magnetOf(() => index, word)
    expect(magnet([500_000, 300], 1000)).toMatchObject({ at: [500_000, 0], word: 'road', lineId: 0 })
    expect(magnet([999_500, 300], 1000)).toMatchObject({ at: [1_000_000, 0], lineId: 0 })
    expect(magnet([1000, 60_300], 1000)).toMatchObject({ at: [1000, 60_000], word: 'building', lineId: 1 })
    expect(magnet([500_000, 30_000], 1000)).toBeNull()
  })

  it('is no wall where a pixel is metres, and nothing while it is turned off', () => {
    expect(magnetOf(() => index, word)([1000, 60_300], 40_000)).toBeNull()
    expect(magnetOf(() => index, word)([1000, 20_000], 40_000)).toMatchObject({ word: 'road' })
    expect(magnetOf(() => null, word)([500_000, 300], 1000)).toBeNull()
    expect(stepOf(degreesOf([500_000, 300]))).toEqual([500_000, 300])
  })
})
