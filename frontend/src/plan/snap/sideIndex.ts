// Lines sorted into a grid of fields, so that the nearest corner or side of a place is asked of few of them. Flat arrays: a district has
// millions of sides.
//
//   const index = sideIndex(lines); const found = index.nearest(place, reach, (kind) => kind === 'road')
import type { Position } from 'geojson'
import { stepOf, type Step } from '@/plan/mesh/step'

/** About a hundred metres. */
const FIELD = 100_000
/** Rows around the earth and some: one number says a column and a row. */
const ROWS = 1_000_000

export interface Line<Kind> {
  readonly kind: Kind
  readonly places: readonly Position[]
}

export interface Found<Kind> {
  readonly kind: Kind
  /** Number of the line it is on. */
  readonly id: number
  /** A corner as it is, or the whole step nearest to the foot on a side. */
  readonly at: Step
  /** All corners of the line it is on. */
  readonly line: readonly Step[]
}

/** Whether a kind of line counts; `corner`: the one in question, null for a side. */
export type Takes<Kind> = (kind: Kind, corner: Step | null) => boolean

export interface SideIndex<Kind> {
  /** The nearest corner within `reach` steps, and where there is none the nearest place on a side; null: neither. */
  nearest: (to: Step, reach: number, takes: Takes<Kind>) => Found<Kind> | null
  /** One more, behind those that are there. */
  add: (line: Line<Kind>) => void
}

export function sideIndex<Kind>(lines: readonly Line<Kind>[]): SideIndex<Kind> {
  let x = new Float64Array(1024)
  let y = new Float64Array(1024)
  let lineOf = new Uint32Array(1024)
  const kinds: Kind[] = []
  const fields = new Map<number, number[]>()
  /** How many corners there are. A side goes by the corner it begins at. */
  let size = 0

  function add({ kind, places }: Line<Kind>): void {
    while (size + places.length > x.length) [x, y, lineOf] = [doubled(x, Float64Array), doubled(y, Float64Array), doubled(lineOf, Uint32Array)]
    places.forEach((place, i) => {
      const [px, py] = stepOf(place)
      x[size] = px
      y[size] = py
      lineOf[size] = kinds.length
      const side = size - 1
      if (i > 0) eachField(x[side] as number, y[side] as number, px, py, (field) => put(fields, field, side))
      size++
    })
    kinds.push(kind)
  }
  lines.forEach(add)

  function lineAt(at: number): Step[] {
    let first = at
    while (first > 0 && lineOf[first - 1] === lineOf[at]) first--
    const steps: Step[] = []
    for (let i = first; i < size && lineOf[i] === lineOf[at]; i++) steps.push([x[i] as number, y[i] as number])
    return steps
  }

  const foundAt = (side: number, at: Step): Found<Kind> => ({ kind: kinds[lineOf[side] as number] as Kind, id: lineOf[side] as number, at, line: lineAt(side) })

  return {
    add,
    nearest: (to, reach, takes) => {
      const [tx, ty] = to
      const sides = sidesWithin(fields, to, reach)
      const kindOf = (at: number): Kind => kinds[lineOf[at] as number] as Kind
      let [best, least] = [-1, reach * reach]
      for (const side of sides) {
        for (let at = side; at <= side + 1; at++) {
          const far = ((x[at] as number) - tx) ** 2 + ((y[at] as number) - ty) ** 2
          // Of corners upon one another the first counts, whatever field they are met in.
          if (far > least || (far === least && best >= 0 && at >= best)) continue
          if (takes(kindOf(at), [x[at] as number, y[at] as number])) [best, least] = [at, far]
        }
      }
      if (best >= 0) return foundAt(best, [x[best] as number, y[best] as number])
      let [footX, footY] = [0, 0]
      for (const side of sides) {
        const [ax, ay] = [x[side] as number, y[side] as number]
        const [dx, dy] = [(x[side + 1] as number) - ax, (y[side + 1] as number) - ay]
        const share = Math.max(0, Math.min(1, ((tx - ax) * dx + (ty - ay) * dy) / (dx * dx + dy * dy || 1)))
        const far = (ax + share * dx - tx) ** 2 + (ay + share * dy - ty) ** 2
        if (far > least || (far === least && best >= 0 && side >= best) || !takes(kindOf(side), null)) continue
        ;[best, least, footX, footY] = [side, far, ax + share * dx, ay + share * dy]
      }
      return best < 0 ? null : foundAt(best, [Math.round(footX), Math.round(footY)])
    },
  }
}

function sidesWithin(fields: ReadonlyMap<number, readonly number[]>, [x, y]: Step, reach: number): number[] {
  const sides: number[] = []
  for (let column = Math.floor((x - reach) / FIELD); column <= Math.floor((x + reach) / FIELD); column++) {
    for (let row = Math.floor((y - reach) / FIELD); row <= Math.floor((y + reach) / FIELD); row++) {
      for (const side of fields.get(column * ROWS + row) ?? []) sides.push(side)
    }
  }
  return sides
}

/** The fields a side runs through, with a step to spare for what the division rounds. */
function eachField(ax: number, ay: number, bx: number, by: number, each: (field: number) => void): void {
  const [west, east] = [Math.min(ax, bx), Math.max(ax, bx)]
  const slope = ax === bx ? 0 : (by - ay) / (bx - ax)
  for (let column = Math.floor(west / FIELD); column <= Math.floor(east / FIELD); column++) {
    const from = ax === bx ? ay : ay + (Math.max(west, column * FIELD) - ax) * slope
    const to = ax === bx ? by : ay + (Math.min(east, (column + 1) * FIELD) - ax) * slope
    for (let row = Math.floor((Math.min(from, to) - 1) / FIELD); row <= Math.floor((Math.max(from, to) + 1) / FIELD); row++) each(column * ROWS + row)
  }
}

function put(fields: Map<number, number[]>, field: number, side: number): void {
  const there = fields.get(field)
  if (there) there.push(side)
  else fields.set(field, [side])
}

function doubled<Numbers extends Float64Array | Uint32Array>(before: Numbers, make: new (size: number) => Numbers): Numbers {
  const after = new make(before.length * 2)
  after.set(before)
  return after
}
