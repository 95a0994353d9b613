// Points sorted into a grid of fields, so that a small box is asked of few of them.
import type { Box, Step } from '@/plan/mesh/step'

/** About a hundred metres. */
const FIELD = 100_000

export interface PointIndex {
  within: (box: Box, each: (point: number) => void) => void
}

export function pointIndex(points: readonly Step[]): PointIndex {
  const fields = new Map<number, Map<number, number[]>>()
  points.forEach(([x, y], i) => {
    const column = Math.floor(x / FIELD)
    const row = Math.floor(y / FIELD)
    let rows = fields.get(column)
    if (!rows) fields.set(column, (rows = new Map<number, number[]>()))
    const there = rows.get(row)
    if (there) there.push(i)
    else rows.set(row, [i])
  })
  return {
    within: ({ west, south, east, north }, each) => {
      for (let column = Math.floor(west / FIELD); column <= Math.floor(east / FIELD); column++) {
        const rows = fields.get(column)
        if (!rows) continue
        for (let row = Math.floor(south / FIELD); row <= Math.floor(north / FIELD); row++) {
          for (const i of rows.get(row) ?? []) {
            const [x, y] = points[i] as Step
            if (x >= west && x <= east && y >= south && y <= north) each(i)
          }
        }
      }
    },
  }
}
