// Grids to try things on: uneven fields of two communities, whose borders have corners between the nodes.
import type { Position } from '@/api/types'
import type { DrawnArea } from '@/plan/mesh/read'
import { degreesOf, type Step } from '@/plan/mesh/step'

export const FIRST = 1e15

/** Mulberry32: the same seed, the same chances. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const CELL = 20_000

/** `across` × `down` grids, ids from 1; the western half is community A, the rest B. */
export function checkered(across: number, down: number, seed = 7): DrawnArea[] {
  const origin: Step = [11_412_345_678, 3_056_781_234]
  const random = chance(seed)
  const known = new Map<string, Step>()
  const place = (key: string, x: number, y: number): Step => {
    let step = known.get(key)
    if (!step) known.set(key, (step = [origin[0] + Math.round(x * CELL + (random() - 0.5) * 5000), origin[1] + Math.round(y * CELL + (random() - 0.5) * 5000)]))
    return step
  }
  const node = (i: number, j: number): Step => place(`${i}/${j}`, i, j)
  const flat = (i: number, j: number): Step => place(`${i}-${j}`, i + 0.5, j)
  const steep = (i: number, j: number): Step => place(`${i}|${j}`, i, j + 0.5)
  const grids: DrawnArea[] = []
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      const ring = [node(i, j), flat(i, j), node(i + 1, j), steep(i + 1, j), node(i + 1, j + 1), flat(i, j + 1), node(i, j + 1), steep(i, j), node(i, j)]
      const coordinates: Position[][][] = [[ring.map(degreesOf)]]
      grids.push({ id: j * across + i + 1, community: i < across / 2 ? 'A' : 'B', geometry: { type: 'MultiPolygon', coordinates } })
    }
  }
  return grids
}
