// What the grids of a mesh hold, building by building. A drag asks again only for the buildings it sweeps over.
//
//   const tally = tallyOf(columns, mesh)             every building once
//   const next = recount(tally, change, edgesAfter)  the same with those that changed hands
import type { PlanBuildings } from '@/api/plans'
import { holderOf } from '@/plan/mesh/locate'
import { edgesOf, meshBoxes, type Edge, type Mesh } from '@/plan/mesh/mesh'
import { around, stepOf, type Box, type Step } from '@/plan/mesh/step'
import { Holders } from './holders'
import { pointIndex, type PointIndex } from './pointIndex'

export interface Sum {
  readonly households: number
  readonly people: number
  readonly buildings: number
  readonly vacant: number
  /** Households, and what is counted for dwellings nobody knows of. */
  readonly load: number
}

export const NOTHING: Sum = { households: 0, people: 0, buildings: 0, vacant: 0, load: 0 }

/** What does not change while one draws. */
export interface Stock {
  readonly columns: PlanBuildings
  readonly places: readonly Step[]
  readonly index: PointIndex
  /** How many buildings a place has. */
  readonly sizes: Uint16Array
  /** By place: households that live there and elsewhere too. */
  readonly shared: ReadonlyMap<number, readonly PlanBuildings['shared'][number][]>
}

export interface Tally {
  readonly stock: Stock
  readonly holder: Holders
  readonly of: ReadonlyMap<number, ReadonlySet<number>>
  readonly sums: ReadonlyMap<number, Sum>
}

export function stockOf(columns: PlanBuildings): Stock {
  const { lon, lat, place } = columns.buildings
  const places = lon.map((x, i) => stepOf([x, lat[i] as number]))
  const sizes = new Uint16Array(columns.places.households.length)
  for (const at of place) if (at >= 0) sizes[at] = (sizes[at] as number) + 1
  const shared = new Map<number, PlanBuildings['shared'][number][]>()
  for (const each of columns.shared) for (const at of each.places) shared.set(at, [...(shared.get(at) ?? []), each])
  return { columns, places, index: pointIndex(places), sizes, shared }
}

export function tallyOf(stock: Stock, mesh: Mesh): Tally {
  const holder = new Float64Array(stock.places.length)
  const of = new Map<number, Set<number>>()
  // Ascending: on a shared border the smallest id has the building.
  for (const [id, box] of [...meshBoxes(mesh)].sort(([a], [b]) => a - b)) {
    const mine = new Set<number>()
    const edges = edgesOf(mesh, id)
    stock.index.within(box, (building) => {
      if (holder[building] === 0 && holderOf(stock.places[building] as Step, [id], () => edges) !== 0) {
        holder[building] = id
        mine.add(building)
      }
    })
    of.set(id, mine)
  }
  return { stock, holder: Holders.of(holder), of, sums: new Map([...of].map(([id, buildings]) => [id, sumOf(stock, buildings)])) }
}

/** Where borders went: the buildings there are asked for anew; `after`: by grid beside a border that changed. */
export function recount(tally: Tally, changed: readonly Edge[], after: ReadonlyMap<number, readonly Edge[]>): Tally {
  if (changed.length === 0) return tally
  const { stock } = tally
  const ids = [...after.keys()].sort((a, b) => a - b)
  const moves: [building: number, to: number][] = []
  stock.index.within(changed.map(({ box }) => box).reduce(around), (building) => {
    const before = tally.holder.at(building)
    if (before !== 0 && !after.has(before)) return
    const to = holderOf(stock.places[building] as Step, ids, (id) => after.get(id) as readonly Edge[])
    if (to !== before) moves.push([building, to])
  })
  return handedTo(tally, moves)
}

/** The same with buildings in other grids. */
export function handedTo(tally: Tally, moves: readonly (readonly [building: number, to: number])[]): Tally {
  if (moves.length === 0) return tally
  const of = new Map(tally.of)
  const changed = new Map<number, Set<number>>()
  const own = (id: number): Set<number> => {
    let set = changed.get(id)
    if (!set) changed.set(id, (set = new Set(of.get(id))))
    return set
  }
  for (const [building, to] of moves) {
    const from = tally.holder.at(building)
    if (from !== 0) own(from).delete(building)
    if (to !== 0) own(to).add(building)
  }
  const sums = new Map(tally.sums)
  for (const [id, buildings] of changed) {
    of.set(id, buildings)
    sums.set(id, sumOf(tally.stock, buildings))
  }
  return { stock: tally.stock, holder: tally.holder.with(moves), of, sums }
}

/** The same for another mesh: buildings of grids whose borders changed are asked for anew. */
export function tallyAfter(tally: Tally, before: Mesh, after: Mesh): Tally {
  const old = new Set(before.edges)
  const now = new Set(after.edges)
  const changed = [...before.edges.filter((edge) => !now.has(edge)), ...after.edges.filter((edge) => !old.has(edge))]
  if (changed.length > before.edges.length / 2) return tallyOf(tally.stock, after)
  const beside = new Set(changed.flatMap(({ left, right }) => [left, right]).filter((id) => id !== 0))
  const around = new Map([...beside].map((id) => [id, edgesOf(after, id)]))
  // A split or a merge gives ground far from the borders that changed.
  const moves: [number, number][] = []
  const ids = [...beside].sort((a, b) => a - b).filter((id) => after.faces.has(id))
  const ask = (building: number): void => {
    const to = holderOf(tally.stock.places[building] as Step, ids, (id) => around.get(id) ?? [])
    if (to !== tally.holder.at(building)) moves.push([building, to])
  }
  for (const id of beside) for (const building of tally.of.get(id) ?? []) ask(building)
  for (const box of changed.map(({ box: each }): Box => each)) tally.stock.index.within(box, (building) => tally.holder.at(building) === 0 && ask(building))
  const next = handedTo(tally, moves)
  const of = new Map([...next.of].filter(([id]) => after.faces.has(id)))
  const sums = new Map([...next.sums].filter(([id]) => after.faces.has(id)))
  for (const id of after.faces.keys()) {
    if (of.has(id)) continue
    of.set(id, new Set())
    sums.set(id, NOTHING)
  }
  return { ...next, of, sums }
}

/** Of some buildings; households and people of places that lie in it whole. */
export function sumOf({ columns, sizes, shared }: Stock, buildings: ReadonlySet<number>): Sum {
  const { vacant, toFind, place } = columns.buildings
  let [empty, unknown, households, people] = [0, 0, 0, 0]
  const here = new Map<number, number>()
  for (const building of buildings) {
    empty += vacant[building] as number
    unknown += toFind[building] as number
    const at = place[building] as number
    if (at >= 0) here.set(at, (here.get(at) ?? 0) + 1)
  }
  const isWhole = (at: number): boolean => here.get(at) === sizes[at]
  for (const at of here.keys()) {
    if (!isWhole(at)) continue
    households += columns.places.households[at] as number
    people += columns.places.people[at] as number
    // Each counts once: the first of its places that lies here has it, the others take it off again.
    for (const both of shared.get(at) ?? []) if (both.places.find(isWhole) !== at) households -= both.households
  }
  return { households, people, buildings: buildings.size, vacant: empty, load: households + Math.round(unknown * columns.loadOfUnknown) }
}
