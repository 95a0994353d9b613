// Buildings given to a grid with their cells: which may go, which lie in a lasso, and what the drawing is afterwards.
import { after, type Drawing, type Drawn } from './drawing'
import { giveCells } from './mesh/cellEdits'
import type { Giver } from './mesh/deal'
import { faceAt } from './mesh/locate'
import { communityOf, type CellFault } from './mesh/mesh'
import { side } from './mesh/rings'
import { boxOf, same, type Step } from './mesh/step'

/** Nearer than this no border fits between two buildings. */
const ONE_PLACE_STEPS = 100

/** Why a building does not go to a grid; null: it does. */
export function obstacleFor({ mesh, said, tally }: Drawing, building: number, grid: number): CellFault | null {
  const from = tally.holder.at(building)
  if (from === 0 || from === grid) return 'noBuilding'
  if (communityOf(mesh, from) !== communityOf(mesh, grid)) return 'otherGround'
  return said.get(from)?.locked ? 'lockedThere' : null
}

/** Of buildings those that may go to a grid; where none may, the reason that says most. */
export function givable(drawing: Drawing, buildings: Iterable<number>, grid: number): readonly number[] | CellFault {
  const may: number[] = []
  let why: CellFault = 'noBuilding'
  for (const building of buildings) {
    const obstacle = obstacleFor(drawing, building, grid)
    if (obstacle === null) may.push(building)
    else if (obstacle === 'lockedThere' || why === 'noBuilding') why = obstacle
  }
  return may.length > 0 ? may : why
}

export function buildingsIn({ tally }: Drawing, area: readonly Step[]): number[] {
  const first = area[0]
  if (!first) return []
  const ring = same(first, area.at(-1) as Step) ? area : [...area, first]
  const { places, index } = tally.stock
  const found: number[] = []
  index.within(boxOf(ring), (building) => side(places[building] as Step, ring) > 0 && found.push(building))
  return found
}

/** Whose cell a place lies in: the nearest building of the grid there, with those at the very same place. */
export function buildingsAt({ mesh, tally }: Drawing, place: Step): number[] {
  const { places } = tally.stock
  const shrink = shrinkAt(place)
  const far = (building: number): number => {
    const [x, y] = places[building] as Step
    return Math.hypot((x - place[0]) * shrink, y - place[1])
  }
  const all = [...(tally.of.get(faceAt(mesh, place)) ?? [])]
  const least = Math.min(...all.map(far))
  return all.filter((building) => far(building) <= least + ONE_PLACE_STEPS)
}

/** How much shorter a step eastwards is than one northwards. */
export const shrinkAt = ([, y]: Step): number => Math.cos((y / 1e8) * (Math.PI / 180))

/** Exactly these change their grid, or nothing does. */
export function giveBuildings(drawing: Drawing, buildings: readonly number[], grid: number): Drawn {
  const { mesh, tally } = drawing
  const { places } = tally.stock
  const moving = new Set(buildings)
  const from = new Set(buildings.map((building) => tally.holder.at(building)))
  const givers = new Map([...from].map((id): [number, Giver] => {
    const all = [...(tally.of.get(id) ?? [])]
    const placesOf = (goes: boolean): Step[] => all.filter((building) => moving.has(building) === goes).map((building) => places[building] as Step)
    return [id, { moving: placesOf(true), staying: placesOf(false) }]
  }))
  const drawn = after(drawing, giveCells(mesh, grid, givers), grid, () => '')
  if ('fault' in drawn) return drawn
  const { holder } = drawn.drawing.tally
  // A building on a border, or as good as on one, is its smallest grid's: the border drawn may not say what was meant.
  const wrong = places.findIndex((_, building) => holder.at(building) !== (moving.has(building) ? grid : tally.holder.at(building)))
  return wrong < 0 ? drawn : { fault: 'tooClose', at: places[wrong] as Step }
}
