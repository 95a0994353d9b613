// The cell of a building: the ground nearer to its inside point than to that of any other building of its grid. Near is meant on the
// ground, where a step eastwards is shorter than one northwards.
//
//   const sites = sitesOf(places); const cell = cellOf(sites, 3, reach); const lines = linesBetween(sites, [3, 4], reach)
import { boxOf, type Box, type Step } from './step'

export interface Sites {
  /** From the first place, in steps of latitude on the ground. */
  readonly at: readonly Step[]
  readonly origin: Step
  /** How much shorter a step eastwards is. */
  readonly shrink: number
}

/** A corner of a cell, and the site beyond the side that begins there; -1: the frame. */
export interface Corner {
  readonly at: Step
  readonly beyond: number
}

/** Ends of lines nearer than this become one, as a drawn place becomes the corner it is near to. */
const TOGETHER_STEPS = 50
/** The frame lies this far around the grid, so that lines end well beyond its border. */
const MARGIN_STEPS = 2000

export function sitesOf(places: readonly Step[]): Sites {
  const origin = places[0] ?? [0, 0]
  const { south, north } = boxOf(places)
  const shrink = Math.cos((((south + north) / 2e8) * Math.PI) / 180)
  return { at: places.map(([x, y]): Step => [(x - origin[0]) * shrink, y - origin[1]]), origin, shrink }
}

const placed = ({ origin, shrink }: Sites, [x, y]: Step): Step => [Math.round(x / shrink) + origin[0], Math.round(y) + origin[1]]

/** `reach`: of the grid. The cell is not clipped by the grid's border. */
export function cellOf(sites: Sites, site: number, reach: Box): Step[] {
  return cornersOf(sites, site, reach).map(({ at }) => placed(sites, at))
}

/** Where cells of `moving` meet cells of the other sites. */
export function linesBetween(sites: Sites, moving: readonly number[], reach: Box): (readonly [Step, Step])[] {
  const own = new Set(moving)
  const lines: [Step, Step][] = []
  for (const site of moving) {
    const corners = cornersOf(sites, site, reach)
    corners.forEach(({ at, beyond }, i) => {
      if (beyond >= 0 && !own.has(beyond)) lines.push([placed(sites, at), placed(sites, (corners[(i + 1) % corners.length] as Corner).at)])
    })
  }
  return broughtTogether(lines)
}

/** Half planes away from the others, the nearest first, until none can reach the cell. */
function cornersOf({ at, origin, shrink }: Sites, site: number, reach: Box): Corner[] {
  const me = at[site] as Step
  const far = at.map(([x, y]) => (x - me[0]) ** 2 + (y - me[1]) ** 2)
  const order = far.map((_, i) => i).filter((i) => (far[i] as number) > 0)
  order.sort((a, b) => (far[a] as number) - (far[b] as number))
  const [west, east] = [(reach.west - MARGIN_STEPS - origin[0]) * shrink, (reach.east + MARGIN_STEPS - origin[0]) * shrink]
  const [south, north] = [reach.south - MARGIN_STEPS - origin[1], reach.north + MARGIN_STEPS - origin[1]]
  const frame: Step[] = [[west, south], [east, south], [east, north], [west, north]]
  let corners: Corner[] = frame.map((each) => ({ at: each, beyond: -1 }))
  for (const other of order) {
    const radius = Math.max(...corners.map(({ at: [x, y] }) => (x - me[0]) ** 2 + (y - me[1]) ** 2))
    if ((far[other] as number) > 4 * radius) break
    corners = clipped(corners, me, at[other] as Step, other)
  }
  return corners
}

/** What of a cell is nearer to `me` than to `other`. */
function clipped(corners: readonly Corner[], me: Step, other: Step, beyond: number): Corner[] {
  const [dx, dy] = [other[0] - me[0], other[1] - me[1]]
  const [mx, my] = [(other[0] + me[0]) / 2, (other[1] + me[1]) / 2]
  const excess = corners.map(({ at: [x, y] }) => (x - mx) * dx + (y - my) * dy)
  if (excess.every((each) => each <= 0)) return [...corners]
  const kept: Corner[] = []
  corners.forEach((corner, i) => {
    const next = corners[(i + 1) % corners.length] as Corner
    const [here, there] = [excess[i] as number, excess[(i + 1) % corners.length] as number]
    if (here <= 0) kept.push(corner)
    if (here <= 0 === there <= 0) return
    const share = here / (here - there)
    const at: Step = [corner.at[0] + share * (next.at[0] - corner.at[0]), corner.at[1] + share * (next.at[1] - corner.at[1])]
    // Going out the new side begins; coming in again the side that was there goes on.
    kept.push({ at, beyond: here <= 0 ? beyond : corner.beyond })
  })
  return kept
}

/** One corner of several cells, worked out in each of them, is one place; of buildings in a regular row it is several near ones. */
function broughtTogether(lines: readonly (readonly [Step, Step])[]): (readonly [Step, Step])[] {
  const ends = lines.flat()
  const order = ends.map((_, i) => i).sort((a, b) => (ends[a] as Step)[0] - (ends[b] as Step)[0])
  const leader = ends.map((_, i) => i)
  const lead = (i: number): number => {
    while (leader[i] !== i) i = leader[i] as number
    return i
  }
  order.forEach((one, n) => {
    const [x, y] = ends[one] as Step
    for (let m = n + 1; m < order.length; m++) {
      const other = order[m] as number
      const [ox, oy] = ends[other] as Step
      if (ox - x >= TOGETHER_STEPS) break
      if (Math.hypot(ox - x, oy - y) < TOGETHER_STEPS) leader[lead(other)] = lead(one)
    }
  })
  const at = (i: number): Step => ends[lead(i)] as Step
  return lines.map((_, i) => [at(2 * i), at(2 * i + 1)] as const).filter(([a, b]) => a !== b)
}
