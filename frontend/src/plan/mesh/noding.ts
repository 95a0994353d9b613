// Lines drawn over edges, both cut where they meet, on the lattice.
import type { Edge } from './mesh'
import { boxOf, distance, meets, same, turn, type Box, type Step } from './step'
import type { Segment } from './wires'

/** A drawn place this near to a corner is that corner; 5 cm. */
const SNAP_STEPS = 50

interface Side {
  readonly a: Step
  readonly b: Step
  readonly left: number
  readonly right: number
  readonly box: Box
  readonly cuts: Step[]
}

export interface Noded {
  readonly borders: Segment[]
  /** Pieces of the lines; they touch borders with their ends alone. */
  readonly drawn: readonly { readonly a: Step; readonly b: Step }[]
}

export function noded(edges: readonly Edge[], lines: readonly (readonly Step[])[]): Noded {
  const reach = lines.map(boxOf)
  const sides: Side[] = edges.flatMap(({ chain, left, right }) => chain.slice(1).map((b, i) => sideOf(chain[i] as Step, b, left, right)))
  const near = sides.filter(({ box }) => reach.some((each) => meets(box, each, SNAP_STEPS)))
  const drawn = lines.flatMap((line) => {
    const snapped = line.map((step) => onto(step, near)).filter((step, i, all) => i === 0 || !same(step, all[i - 1] as Step))
    return snapped.slice(1).map((b, i) => sideOf(snapped[i] as Step, b, 0, 0))
  })
  for (const line of drawn) {
    for (const side of near) if (meets(line.box, side.box, SNAP_STEPS)) meet(line, side)
  }
  drawn.forEach((one, i) => {
    for (const other of drawn.slice(i + 1)) if (meets(one.box, other.box)) meet(one, other)
  })
  return {
    borders: sides.flatMap((side) => pieces(side).map(([a, b]) => ({ a, b, left: side.left, right: side.right }))),
    drawn: drawn.flatMap((side) => pieces(side).map(([a, b]) => ({ a, b }))),
  }
}

const sideOf = (a: Step, b: Step, left: number, right: number): Side => ({ a, b, left, right, box: boxOf([a, b]), cuts: [] })

/** The corner that is near, or the place on the border that is near, which then gets a corner there. */
function onto(step: Step, sides: readonly Side[]): Step {
  let best = SNAP_STEPS
  let found: Step | null = null
  for (const { a, b } of sides) {
    for (const corner of [a, b]) {
      const far = Math.hypot(corner[0] - step[0], corner[1] - step[1])
      if (far < best) [best, found] = [far, corner]
    }
  }
  if (found) return found
  const side = sides.find(({ a, b }) => distance(step, a, b) < SNAP_STEPS)
  if (!side) return step
  const [dx, dy] = [side.b[0] - side.a[0], side.b[1] - side.a[1]]
  const share = ((step[0] - side.a[0]) * dx + (step[1] - side.a[1]) * dy) / (dx * dx + dy * dy)
  const place: Step = [Math.round(side.a[0] + share * dx), Math.round(side.a[1] + share * dy)]
  side.cuts.push(place)
  return place
}

function meet(line: Side, side: Side): void {
  // The line goes through corners that it nearly touches.
  let touches = false
  for (const corner of [side.a, side.b]) {
    if (distance(corner, line.a, line.b) >= SNAP_STEPS) continue
    touches = true
    if (!same(corner, line.a) && !same(corner, line.b)) line.cuts.push(corner)
  }
  for (const end of [line.a, line.b]) {
    if (same(end, side.a) || same(end, side.b) || distance(end, side.a, side.b) >= 1) continue
    touches = true
    side.cuts.push(end)
  }
  if (touches) return
  const [c, d] = [turn(line.a, line.b, side.a), turn(line.a, line.b, side.b)]
  if (c * d >= 0 || turn(side.a, side.b, line.a) * turn(side.a, side.b, line.b) >= 0) return
  const share = c / (c - d)
  const place: Step = [Math.round(side.a[0] + share * (side.b[0] - side.a[0])), Math.round(side.a[1] + share * (side.b[1] - side.a[1]))]
  side.cuts.push(place)
  line.cuts.push(place)
}

function pieces({ a, b, cuts }: Side): [Step, Step][] {
  const along = ([x, y]: Step): number => (x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])
  const stops = [a, ...[...cuts].sort((p, q) => along(p) - along(q)), b]
  const found: [Step, Step][] = []
  for (let i = 1; i < stops.length; i++) if (!same(stops[i - 1] as Step, stops[i] as Step)) found.push([stops[i - 1] as Step, stops[i] as Step])
  return found
}
