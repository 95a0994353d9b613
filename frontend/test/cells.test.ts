import { describe, expect, it, vi } from 'vitest'
import type { DrawnPlan, PlanBuildings, PlanGround } from '@/api/plans'
import { drawingOf, lockedOf, saying, type Drawing } from '@/plan/drawing'
import { drawnOnMap } from '@/plan/edits'
import { cellOf, linesBetween, sitesOf } from '@/plan/mesh/cells'
import { faceAt } from '@/plan/mesh/locate'
import { edgesOf, isBorder, twiceArea, type Mesh } from '@/plan/mesh/mesh'
import { areaOf, partsOf } from '@/plan/mesh/read'
import { shellsOf, side } from '@/plan/mesh/rings'
import { boxOf, degreesOf, keyOf, stepOf, type Step } from '@/plan/mesh/step'
import { closePlan, editing, open, undo } from '@/plan/open'
import { buildingsAt, buildingsIn, givable, giveBuildings } from '@/plan/paint'
import { beginStroke, lift, paintAt, sweep } from '@/plan/painting'
import { strokeOf, swept, touching } from '@/plan/stroke'
import { isCoverage } from './coverage'
import { CELL, chance, checkered } from './meshes'

vi.mock('@/i18n', () => ({ i18n: { global: { t: (key: string): string => key } } }))

const ORIGIN: Step = [11_412_345_678, 3_056_781_234]

function columnsOf(places: readonly Step[], random: () => number): PlanBuildings {
  const each = (most: number): number[] => places.map(() => Math.floor(random() * most))
  const degrees = places.map(degreesOf)
  return {
    asOf: '2026-11-26',
    loadOfUnknown: 1.5,
    buildings: { id: places.map((_, i) => i + 1), lon: degrees.map(([lon]) => lon), lat: degrees.map(([, lat]) => lat), grid: places.map(() => null), vacant: each(4), occupied: each(9), unlinked: each(3), unvisited: each(3), toFind: each(5), place: places.map((_, i) => i) },
    places: { households: each(30), people: each(90) },
    shared: [],
  }
}

/** Scattered, in streets of even rows, or in knots. */
function scattered(random: () => number, across: number, down: number): Step[] {
  const places = new Map<string, Step>()
  const add = (x: number, y: number): void => {
    const step: Step = [Math.round(ORIGIN[0] + x), Math.round(ORIGIN[1] + y)]
    places.set(keyOf(step), step)
  }
  const kind = random()
  const [wide, high] = [across * CELL, down * CELL]
  if (kind < 0.4) for (let n = across * down * (3 + Math.floor(random() * 20)); n > 0; n--) add(random() * wide, random() * high)
  else if (kind < 0.7) for (let x = 900; x < wide; x += 3700) for (let y = 700; y < high; y += 2900) add(x, y)
  else {
    for (let n = across * down * 3; n > 0; n--) {
      const [x, y] = [random() * wide, random() * high]
      for (let m = 1 + Math.floor(random() * 7); m > 0; m--) add(x + random() * 2500, y + random() * 2500)
    }
  }
  return [...places.values()]
}

function drawingFrom(seed: number): Drawing {
  const random = chance(seed)
  const grids = checkered(4, 3, seed).map((each) => ({ ...each, name: `第${each.id}网格`, kind: 'BASIC' as const, setting: 'URBAN' as const, ...(random() < 0.1 ? { locked: true } : {}) }))
  return drawingOf({ grids }, columnsOf(scattered(random, 4, 3), random))
}

/** Of all grids whose polygon, as it would be saved, has a place, the smallest. */
function plainHolders({ mesh, tally }: Drawing): number[] {
  const grids = [...mesh.faces.keys()].sort((a, b) => a - b).map((id) => ({ id, polygons: partsOf(areaOf(mesh, id)).map((rings) => rings.map((ring) => ring.map(stepOf))) }))
  return tally.stock.places.map((place) => {
    const isIn = ([shell = [], ...holes]: Step[][]): boolean => side(place, shell) >= 0 && holes.every((hole) => side(place, hole) <= 0)
    return grids.find(({ polygons }) => polygons.some(isIn))?.id ?? 0
  })
}

const borderKeys = (mesh: Mesh): Set<string> => new Set(mesh.edges.filter((edge) => isBorder(mesh, edge)).flatMap(({ chain }) => chain.map(keyOf)))
const total = ({ tally }: Drawing, of: 'households' | 'people' | 'buildings' | 'vacant'): number => [...tally.sums.values()].reduce((sum, each) => sum + each[of], 0)
const areaIn = ({ mesh }: Drawing, community: string): number => [...mesh.faces.values()].filter((face) => face.community === community).reduce((sum, { id }) => sum + twiceArea(edgesOf(mesh, id), id), 0)

/** A hand that begins at a border of the grid, or anywhere. */
function handful(drawing: Drawing, grid: number, random: () => number): number[] {
  const { mesh, tally } = drawing
  const chain = edgesOf(mesh, grid).filter((edge) => !isBorder(mesh, edge)).flatMap((edge) => edge.chain)
  const at = chain[Math.floor(random() * chain.length)] ?? ORIGIN
  const anywhere: Step = [Math.round(ORIGIN[0] + random() * 4 * CELL), Math.round(ORIGIN[1] + random() * 3 * CELL)]
  const from = random() < 0.85 ? at : anywhere
  const reach = 1500 + random() * 6000
  const { touched } = swept(strokeOf(drawing, grid), from, [from[0] + Math.round((random() - 0.5) * 8000), from[1] + Math.round((random() - 0.5) * 8000)], reach)
  const may = givable(drawing, touched, grid)
  return typeof may === 'string' ? [] : [...may].filter((building) => tally.holder.at(building) !== grid)
}

describe('cells of buildings', () => {
  it('have every place nearer to their own building than to another', () => {
    const random = chance(3)
    const places = Array.from({ length: 60 }, (): Step => [Math.round(ORIGIN[0] + random() * CELL), Math.round(ORIGIN[1] + random() * CELL)])
    const sites = sitesOf(places)
    const reach = boxOf(places)
    const cells = places.map((_, i) => cellOf(sites, i, reach))
    const shrink = Math.cos((30.5678 * Math.PI) / 180)
    for (let n = 0; n < 2000; n++) {
      const at: Step = [Math.round(ORIGIN[0] + random() * CELL), Math.round(ORIGIN[1] + random() * CELL)]
      const far = places.map(([x, y]) => Math.hypot((x - at[0]) * shrink, y - at[1]))
      const order = far.map((_, i) => i).sort((a, b) => (far[a] as number) - (far[b] as number))
      const [one, two] = order as [number, number]
      if ((far[two] as number) - (far[one] as number) < 5) continue
      expect(cells.map((cell, i) => (side(at, [...cell, cell[0] as Step]) >= 0 ? i : -1)).filter((i) => i >= 0)).toEqual([one])
    }
  })

  it('meet in lines whose ends meet, also where buildings stand in even rows', () => {
    const places: Step[] = []
    for (let x = 0; x < 8; x++) for (let y = 0; y < 8; y++) places.push([ORIGIN[0] + x * 1000, ORIGIN[1] + y * 1000])
    const moving = places.map((_, i) => i).filter((i) => i % 8 > 1 && i % 8 < 5 && i >= 16 && i < 40)
    const lines = linesBetween(sitesOf(places), moving, boxOf(places))
    const ends = new Map<string, number>()
    for (const end of lines.flat()) ends.set(keyOf(end), (ends.get(keyOf(end)) ?? 0) + 1)
    expect(new Set(ends.values())).toEqual(new Set([2]))
    expect(lines).toHaveLength(12)
  })
})

describe('buildings given to another grid', () => {
  it('are the ones that change, and nothing else does, in any mesh', () => {
    const done: Record<string, number> = {}
    let tried = 0
    for (let seed = 1; seed <= 110; seed++) {
      const random = chance(seed * 977)
      let drawing = drawingFrom(seed)
      for (let n = 0; n < 8; n++) {
        const ids = [...drawing.mesh.faces.keys()].filter((id) => !lockedOf(drawing).has(id))
        const grid = ids[Math.floor(random() * ids.length)] as number
        const buildings = handful(drawing, grid, random)
        if (buildings.length === 0) continue
        tried++
        const before = { drawing, said: JSON.stringify([...drawing.mesh.faces.keys()].map((id) => areaOf(drawing.mesh, id))), edges: [...drawing.mesh.edges], holder: [...drawing.tally.holder] }
        const drawn = giveBuildings(drawing, buildings, grid)
        const word = 'fault' in drawn ? drawn.fault : 'done'
        done[word] = (done[word] ?? 0) + 1
        // The one before is the undo.
        expect(drawing.mesh.edges).toEqual(before.edges)
        expect([...drawing.tally.holder]).toEqual(before.holder)
        if (n === 0) expect(JSON.stringify([...drawing.mesh.faces.keys()].map((id) => areaOf(drawing.mesh, id)))).toBe(before.said)
        if ('fault' in drawn) continue
        const next = drawn.drawing
        isCoverage(next.mesh)
        const chosen = new Set(buildings)
        const expected = before.holder.map((holder, building) => (chosen.has(building) ? grid : holder))
        expect([...next.tally.holder]).toEqual(expected)
        expect(plainHolders(next)).toEqual(expected)
        const border = borderKeys(next.mesh)
        expect([...borderKeys(drawing.mesh)].every((key) => border.has(key))).toBe(true)
        for (const community of ['A', 'B']) expect(Math.abs(areaIn(next, community) - areaIn(drawing, community))).toBeLessThan(2e6)
        for (const of of ['households', 'people', 'buildings', 'vacant'] as const) expect(total(next, of)).toBe(total(drawing, of))
        for (const id of next.mesh.faces.keys()) expect(shellsOf(edgesOf(next.mesh, id), id)).toBeLessThanOrEqual(1)
        for (const id of lockedOf(drawing)) expect(Math.abs(twiceArea(edgesOf(next.mesh, id), id) - twiceArea(edgesOf(drawing.mesh, id), id))).toBeLessThan(1e6)
        drawing = next
      }
    }
    expect(tried).toBeGreaterThan(400)
    expect(done.done).toBeGreaterThan(300)
  }, 120_000)

  it('take the ground along that is nearer to them than to those that stay', () => {
    let [right, all] = [0, 0]
    for (let seed = 1; seed <= 40; seed++) {
      const random = chance(seed * 31)
      const drawing = drawingFrom(seed)
      const buildings = handful(drawing, 6, random)
      const drawn = giveBuildings(drawing, buildings, 6)
      if ('fault' in drawn) continue
      const chosen = new Set(buildings)
      const { places } = drawing.tally.stock
      for (const from of new Set(buildings.map((building) => drawing.tally.holder.at(building)))) {
        const own = [...(drawing.tally.of.get(from) ?? [])]
        const shrink = Math.cos((30.5678 * Math.PI) / 180)
        for (let n = 0; n < 60; n++) {
          const at: Step = [Math.round(ORIGIN[0] + random() * 4 * CELL), Math.round(ORIGIN[1] + random() * 3 * CELL)]
          if (faceAt(drawing.mesh, at) !== from) continue
          const far = (goes: boolean): number => Math.min(...own.filter((building) => chosen.has(building) === goes).map((building) => Math.hypot(((places[building] as Step)[0] - at[0]) * shrink, (places[building] as Step)[1] - at[1])))
          const [moving, staying] = [far(true), far(false)]
          if (Math.abs(moving - staying) < 100) continue
          all++
          if ((faceAt(drawn.drawing.mesh, at) === 6) === moving < staying) right++
        }
      }
    }
    expect(all).toBeGreaterThan(100)
    // Ground without a building that is cut off goes with what it lies beside.
    expect(right / all).toBeGreaterThan(0.98)
  })
})

describe('what a hand goes over', () => {
  // Four buildings in each grid; 1, 2, 5, 6, 9, 10 are of community A.
  const inGrid = (id: number, east: number, north: number): Step => [Math.round(ORIGIN[0] + (((id - 1) % 4) + east) * CELL), Math.round(ORIGIN[1] + (Math.floor((id - 1) / 4) + north) * CELL)]
  const QUARTERS = [[0.3, 0.3], [0.7, 0.3], [0.3, 0.7], [0.7, 0.7]] as const
  const places = Array.from({ length: 12 }, (_, i) => QUARTERS.map(([east, north]) => inGrid(i + 1, east, north))).flat()
  const grids = checkered(4, 3).map((each) => ({ ...each, name: `第${each.id}网格`, kind: 'BASIC' as const, setting: 'URBAN' as const }))
  const first = drawingOf({ grids }, columnsOf(places, chance(5)))
  const of = (id: number, ...quarters: number[]): number[] => quarters.map((quarter) => (id - 1) * 4 + quarter)
  const frame = (id: number): Step[] => [inGrid(id, 0.1, 0.1), inGrid(id, 0.9, 0.1), inGrid(id, 0.9, 0.9), inGrid(id, 0.1, 0.9)]

  it('moves one building by a press anywhere in its cell', () => {
    expect(buildingsAt(first, inGrid(2, 0.2, 0.45))).toEqual(of(2, 0))
    const drawn = giveBuildings(first, of(2, 0), 1)
    if (!('drawing' in drawn)) throw new Error(drawn.fault)
    expect([...drawn.drawing.tally.holder].slice(0, 8)).toEqual([1, 1, 1, 1, 1, 2, 2, 2])
    expect(faceAt(drawn.drawing.mesh, inGrid(2, 0.45, 0.45))).toBe(1)
    expect(faceAt(drawn.drawing.mesh, inGrid(2, 0.55, 0.45))).toBe(2)
  })

  it('shows while it moves what the grids will hold when it is lifted', () => {
    let stroke = strokeOf(first, 1)
    for (let n = 0; n < 20; n++) stroke = swept(stroke, inGrid(2, 0.3, 0.2 + n * 0.03), inGrid(2, 0.3, 0.23 + n * 0.03), 800)
    expect([...stroke.touched].sort()).toEqual(of(2, 0, 2))
    expect(stroke.cells.get(2)).toHaveLength(2)
    expect(touching(stroke, of(2, 0, 2))).toBe(stroke)
    const drawn = giveBuildings(first, [...stroke.touched], 1)
    if (!('drawing' in drawn)) throw new Error(drawn.fault)
    for (const id of [1, 2]) expect(stroke.tally.sums.get(id)).toEqual(drawn.drawing.tally.sums.get(id))
    expect(first.tally.sums.get(1)?.buildings).toBe(4)
  })

  it('leaves locked grids and other communities alone, and says so where nothing else is there', () => {
    const locked = saying(first, 2, { locked: true })
    expect(buildingsIn(first, frame(2)).sort()).toEqual(of(2, 0, 1, 2, 3))
    expect(givable(locked, buildingsIn(first, frame(2)), 1)).toBe('lockedThere')
    expect(givable(first, buildingsIn(first, frame(3)), 2)).toBe('otherGround')
    expect(givable(first, of(1, 0, 1), 1)).toBe('noBuilding')
    expect(givable(first, [], 1)).toBe('noBuilding')
    expect(givable(locked, [...of(2, 0), ...of(5, 0), ...of(3, 0), ...of(1, 0)], 1)).toEqual(of(5, 0))
    expect(strokeOf(locked, 1).tally).toBe(touching(strokeOf(locked, 1), of(2, 0)).tally)
  })

  it('is refused with words where a grid would be empty or in two parts', () => {
    expect(giveBuildings(first, of(2, 0, 1, 2, 3), 1)).toMatchObject({ fault: 'empties' })
    expect(giveBuildings(first, of(2, 1), 1)).toMatchObject({ fault: 'apart' })
    expect(giveBuildings(first, of(6, 0, 3), 5)).toMatchObject({ fault: 'apart' })
    const pair = drawingOf({ grids }, columnsOf([...places, places[4] as Step], chance(5)))
    expect(giveBuildings(pair, of(2, 0), 1)).toMatchObject({ fault: 'tooClose' })
    // A row through the middle would leave two ends.
    const column = [0.1, 0.3, 0.5, 0.7, 0.9].map((north) => inGrid(2, 0.5, north))
    const row = drawingOf({ grids }, columnsOf([...places.slice(0, 4), ...column, inGrid(2, 0.2, 0.5)], chance(5)))
    expect(giveBuildings(row, [6, 9], 1)).toMatchObject({ fault: 'tears' })
  })

  it('is one edit, which undo takes back to the very drawing before', () => {
    vi.useFakeTimers()
    open.value = { plan: { id: 1, name: '甲', writable: true, etag: '"1-1"' } as DrawnPlan, ground: { communities: [] } as unknown as PlanGround, drawing: first, past: [], future: [] }
    editing.grid = 1
    beginStroke()
    sweep(inGrid(2, 0.3, 0.2), inGrid(2, 0.3, 0.8), 10)
    lift(null)
    expect(open.value.past).toEqual([first])
    expect([...open.value.drawing.tally.holder].slice(4, 8)).toEqual([1, 2, 1, 2])
    paintAt(inGrid(5, 0.3, 0.3))
    expect(open.value.past).toHaveLength(2)
    paintAt(inGrid(11, 0.3, 0.3))
    expect(editing.refusal).toBe('plan.refusal.otherGround')
    expect(open.value.past).toHaveLength(2)
    undo()
    undo()
    expect(open.value.drawing).toBe(first)
    editing.tool = 'lasso'
    drawnOnMap({ type: 'Polygon', coordinates: [[inGrid(2, 0.1, 0.1), inGrid(2, 0.5, 0.1), inGrid(2, 0.5, 0.9), inGrid(2, 0.1, 0.9), inGrid(2, 0.1, 0.1)].map(degreesOf)] })
    expect([...open.value.drawing.tally.holder].slice(4, 8)).toEqual([1, 2, 1, 2])
    expect(faceAt(open.value.drawing.mesh, inGrid(2, 0.03, 0.95))).toBe(1)
    closePlan()
    vi.useRealTimers()
  })
})
