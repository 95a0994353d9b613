// Whether new borders keep their distance: no crossing, no corner nearer than three steps to a border that it is no end of.
import type { Edge } from './mesh'
import { distance, meets, same, turn, type Box, type Step } from './step'

/** As in gis.mesh: nearer than this, rounding could make two borders touch. */
export const LEAST_STEPS = 3

export interface Side {
  readonly a: Step
  readonly b: Step
}

/** Where a new side comes too near to one of the edges; null: nowhere. */
export function tooNear(sides: readonly Side[], edges: readonly Edge[]): Step | null {
  for (const side of sides) {
    const box = boxOfSide(side.a, side.b)
    for (const edge of edges) {
      if (!meets(edge.box, box, LEAST_STEPS)) continue
      for (let i = 1; i < edge.chain.length; i++) {
        const at = clash(side, box, edge.chain[i - 1] as Step, edge.chain[i] as Step)
        if (at) return at
      }
    }
  }
  return null
}

function boxOfSide(a: Step, b: Step): Box {
  return { west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]), south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) }
}

function clash({ a, b }: Side, box: Box, c: Step, d: Step): Step | null {
  if (Math.max(c[0], d[0]) < box.west - LEAST_STEPS || Math.min(c[0], d[0]) > box.east + LEAST_STEPS) return null
  if (Math.max(c[1], d[1]) < box.south - LEAST_STEPS || Math.min(c[1], d[1]) > box.north + LEAST_STEPS) return null
  const [meetsC, meetsD] = [same(a, c) || same(b, c), same(a, d) || same(b, d)]
  if (meetsC && meetsD) return null
  if (!meetsC && distance(c, a, b) < LEAST_STEPS) return c
  if (!meetsD && distance(d, a, b) < LEAST_STEPS) return d
  const isEnd = (p: Step): boolean => same(p, c) || same(p, d)
  if (!isEnd(a) && distance(a, c, d) < LEAST_STEPS) return a
  if (!isEnd(b) && distance(b, c, d) < LEAST_STEPS) return b
  if (meetsC || meetsD) return null
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0 ? a : null
}
