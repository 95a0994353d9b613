import { describe, expect, it } from 'vitest'
import type { PlanBuildings } from '@/api/plans'
import { recount, stockOf, tallyAfter, tallyOf, type Sum, type Tally } from '@/plan/count/tally'
import { carve, merge, split } from '@/plan/mesh/groundEdits'
import { edgesOf, isBorder, type Mesh, type Outcome } from '@/plan/mesh/mesh'
import { areaOfEdges, meshOf, partsOf } from '@/plan/mesh/read'
import { boxOf, meets, stepOf, type Step } from '@/plan/mesh/step'
import { edgesAfter, faultOf, proposedMove } from '@/plan/mesh/vertexEdits'
import { CELL, chance, checkered, FIRST } from './meshes'

/** Buildings all over, some of them right on borders; cells of a few, and households with several homes. */
function town(mesh: Mesh, random: () => number): PlanBuildings {
  const lattice: Step[] = []
  const corners = mesh.edges.flatMap(({ chain }) => chain)
  const [ox, oy] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))]
  for (let n = 0; n < 1500; n++) lattice.push([ox + Math.round(random() * 6.2 * CELL), oy + Math.round(random() * 5.2 * CELL)])
  for (let n = 0; n < 60; n++) lattice.push(corners[Math.floor(random() * corners.length)] as Step)
  const upTo = (most: number) => lattice.map(() => Math.floor(random() * most))
  const place = lattice.map((_, i) => (i % 7 === 0 ? -1 : Math.floor(i / 2.5)))
  const places = Math.max(...place) + 1
  const many = (most: number) => Array.from({ length: places }, () => 10 + Math.floor(random() * most))
  const shared = Array.from({ length: 80 }, () => {
    const first = Math.floor(random() * (places - 3))
    return { places: [first, first + 1, ...(random() < 0.3 ? [first + 2] : [])], households: 1 }
  })
  return {
    asOf: '2026-11-26',
    loadOfUnknown: 0.5,
    buildings: { id: lattice.map((_, i) => i + 1), lon: lattice.map(([x]) => x / 1e8), lat: lattice.map(([, y]) => y / 1e8), grid: lattice.map(() => null), vacant: upTo(4), occupied: upTo(20), unlinked: upTo(3), unvisited: upTo(3), toFind: upTo(5), place },
    places: { households: many(30), people: many(90) },
    shared,
  }
}

/** Every building against every polygon, as plainly as it can be said. */
function plain(columns: PlanBuildings, mesh: Mesh): Map<number, Sum> {
  const { id, lon, lat, vacant, toFind, place } = columns.buildings
  const grids = [...mesh.faces.keys()].sort((a, b) => a - b).map((face) => {
    const rings = partsOf(areaOfEdges(edgesOf(mesh, face), face)).flat().map((ring) => ring.map(stepOf))
    return { face, rings, box: boxOf(rings.flat()) }
  })
  const holder = id.map((_, i) => {
    const [x, y] = stepOf([lon[i] as number, lat[i] as number])
    return grids.find(({ rings, box }) => meets(box, { west: x, east: x, south: y, north: y }) && covers(rings, [x, y]))?.face ?? 0
  })
  const sums = new Map<number, Sum>()
  const placeOf = new Map<number, number[]>()
  place.forEach((at, i) => (placeOf.get(at) ?? placeOf.set(at, []).get(at))?.push(i))
  const mineOf = new Map<number, number[]>()
  holder.forEach((face, i) => (mineOf.get(face) ?? mineOf.set(face, []).get(face))?.push(i))
  for (const { face } of grids) {
    const mine = new Set(mineOf.get(face))
    const whole = new Set([...mine].map((i) => place[i] as number).filter((at) => at >= 0 && placeOf.get(at)?.every((i) => mine.has(i))))
    let households = [...whole].reduce((sum, at) => sum + (columns.places.households[at] as number), 0)
    for (const each of columns.shared) households -= Math.max(0, each.places.filter((at) => whole.has(at)).length - 1) * each.households
    const total = (column: number[]) => [...mine].reduce((sum, i) => sum + (column[i] as number), 0)
    sums.set(face, { households, people: [...whole].reduce((sum, at) => sum + (columns.places.people[at] as number), 0), buildings: mine.size, vacant: total(vacant), load: households + Math.round(total(toFind) * columns.loadOfUnknown) })
  }
  return sums
}

function covers(rings: Step[][], [x, y]: Step): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] as Step, ring[i] as Step]
      const across = BigInt(bx - ax) * BigInt(y - ay) - BigInt(by - ay) * BigInt(x - ax)
      if (across === 0n && x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)) return true
      if (ay > y !== by > y && (across > 0n) === by > ay) inside = !inside
    }
  }
  return inside
}

const shown = (tally: Tally) => [...tally.sums].sort(([a], [b]) => a - b)

describe('the counts of grids while a border is dragged', () => {
  it('are those of a fresh count, 1,000 drags long', () => {
    const random = chance(11)
    const mesh = meshOf(checkered(6, 5))
    const columns = town(mesh, random)
    const inner = mesh.edges.filter((edge) => !isBorder(mesh, edge))
    const start = tallyOf(stockOf(columns), mesh)
    expect(shown(start)).toEqual([...plain(columns, mesh)])
    let moves = 0
    for (let n = 0; n < 1000; n++) {
      const { chain } = inner[Math.floor(random() * inner.length)] as (typeof inner)[number]
      const from = chain[Math.floor(random() * chain.length)] as Step
      const to: Step = [from[0] + Math.round((random() - 0.5) * 9000), from[1] + Math.round((random() - 0.5) * 9000)]
      const proposal = proposedMove(mesh, from, to)
      if ('fault' in proposal || faultOf(mesh, proposal)) continue
      const after = edgesAfter(mesh, proposal)
      const next = recount(start, [...proposal.gone, ...proposal.come], after)
      const away = new Set(proposal.gone)
      const dragged: Mesh = { faces: mesh.faces, edges: [...mesh.edges.filter((edge) => !away.has(edge)), ...proposal.come] }
      expect(shown(next)).toEqual([...plain(columns, dragged)])
      if (next !== start) moves++
    }
    expect(moves).toBeGreaterThan(500)
  }, 60_000)

  it('are those of a fresh count after a split, a merge and a carving, and back again', () => {
    const random = chance(5)
    const first = meshOf(checkered(6, 5))
    const columns = town(first, random)
    let [mesh, tally] = [first, tallyOf(stockOf(columns), first)]
    const states: [Mesh, Tally][] = []
    for (let n = 0; n < 60; n++) {
      const ids = [...mesh.faces.keys()]
      const grid = ids[Math.floor(random() * ids.length)] as number
      const corner = edgesOf(mesh, grid)[0]?.chain[0] as Step
      const near = (): Step => [corner[0] + Math.round((random() - 0.5) * 60000), corner[1] + Math.round((random() - 0.5) * 60000)]
      const beside = edgesOf(mesh, grid)[Math.floor(random() * 4)]
      const outcomes: Outcome[] = [split(mesh, grid, [near(), near()], FIRST + n * 20), merge(mesh, grid, beside?.left === grid ? beside.right : (beside?.left ?? 0)), carve(mesh, [near(), near(), near()], grid, mesh.faces.get(grid)?.community ?? '')]
      const outcome = outcomes[n % 3] as Outcome
      if ('fault' in outcome) continue
      states.push([mesh, tally])
      tally = tallyAfter(tally, mesh, outcome.mesh)
      mesh = outcome.mesh
      expect(shown(tally)).toEqual([...plain(columns, mesh)])
      expect(tally.holder.strays()).toEqual([...tally.holder].flatMap((grid, i) => (grid === 0 ? [i] : [])))
      expect(tally.holder.elsewhere(columns.buildings.grid)).toEqual([...tally.holder].flatMap((grid, i) => (grid === (columns.buildings.grid[i] ?? 0) ? [] : [i])))
    }
    expect(states.length).toBeGreaterThan(15)
    const [back] = states
    expect(shown(tallyAfter(tally, mesh, first))).toEqual(shown((back as [Mesh, Tally])[1]))
  }, 30_000)
})
