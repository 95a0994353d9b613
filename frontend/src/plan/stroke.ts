// A brush on the map: the buildings it has gone over so far, their cells, and what the grids would hold. Pure; cheap enough for every move.
import { handedTo, type Tally } from './count/tally'
import type { Drawing } from './drawing'
import { cellOf, sitesOf, type Sites } from './mesh/cells'
import { meshBoxes } from './mesh/mesh'
import { distance, type Box, type Step } from './mesh/step'
import { obstacleFor, shrinkAt } from './paint'

export interface Stroke {
  readonly drawing: Drawing
  /** What takes the buildings. */
  readonly grid: number
  /** All that were touched, also those that may not go: why nothing happens is told of them. */
  readonly touched: ReadonlySet<number>
  /** By grid that gives them: cells of buildings that go. */
  readonly cells: ReadonlyMap<number, readonly (readonly Step[])[]>
  readonly tally: Tally
}

export const strokeOf = (drawing: Drawing, grid: number): Stroke => ({ drawing, grid, touched: new Set(), cells: new Map(), tally: drawing.tally })

/** The brush went from one place to another; `reach`: how far it paints, in steps of latitude. */
export function swept(stroke: Stroke, from: Step, to: Step, reach: number): Stroke {
  const { index, places } = stroke.drawing.tally.stock
  const shrink = shrinkAt(to)
  const wide = reach / shrink
  const box: Box = { west: Math.min(from[0], to[0]) - wide, east: Math.max(from[0], to[0]) + wide, south: Math.min(from[1], to[1]) - reach, north: Math.max(from[1], to[1]) + reach }
  const flat = ([x, y]: Step): Step => [(x - to[0]) * shrink, y - to[1]]
  const found: number[] = []
  index.within(box, (building) => distance(flat(places[building] as Step), flat(from), flat(to)) <= reach && found.push(building))
  return touching(stroke, found)
}

/** The same stroke where nothing new was touched. */
export function touching(stroke: Stroke, buildings: readonly number[]): Stroke {
  const fresh = buildings.filter((building) => !stroke.touched.has(building))
  if (fresh.length === 0) return stroke
  const { drawing, grid } = stroke
  const going = fresh.filter((building) => obstacleFor(drawing, building, grid) === null)
  const cells = new Map(stroke.cells)
  for (const building of going) {
    const from = drawing.tally.holder.at(building)
    cells.set(from, [...(cells.get(from) ?? []), cellIn(drawing, from, building)])
  }
  const tally = handedTo(stroke.tally, going.map((building) => [building, grid]))
  return { ...stroke, touched: new Set([...stroke.touched, ...fresh]), cells, tally }
}

const known = new WeakMap<ReadonlySet<number>, { sites: Sites; place: ReadonlyMap<number, number> }>()

function cellIn({ mesh, tally }: Drawing, grid: number, building: number): Step[] {
  const own = tally.of.get(grid) as ReadonlySet<number>
  let made = known.get(own)
  if (!made) {
    const all = [...own]
    made = { sites: sitesOf(all.map((each) => tally.stock.places[each] as Step)), place: new Map(all.map((each, i) => [each, i])) }
    known.set(own, made)
  }
  return cellOf(made.sites, made.place.get(building) as number, meshBoxes(mesh).get(grid) as Box)
}
