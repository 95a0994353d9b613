import type { Position } from 'geojson'
import { describe, expect, it, vi } from 'vitest'
import type { PlanBuildings, PlanGround } from '@/api/plans'
import type { Area } from '@/api/types'
import { dragSnapping, dragTo, type Hold } from '@/plan/drag'
import { drawingOf, type Drawing } from '@/plan/drawing'
import { endsOf, isBorder, withEdges, type Edge, type Mesh } from '@/plan/mesh/mesh'
import { maySlide } from '@/plan/mesh/slide'
import { degreesOf, distance, keyOf, stepOf, type Step } from '@/plan/mesh/step'
import { guidesOf } from '@/plan/snap/guides'
import { sideIndex, type Line } from '@/plan/snap/sideIndex'
import { isCoverage } from './coverage'
import { CELL, chance, checkered } from './meshes'

const ORIGIN: Step = [11_412_345_678, 3_056_781_234]
const far = (a: Step, b: Step): number => Math.hypot(a[0] - b[0], a[1] - b[1])
const columns: PlanBuildings = {
  asOf: '2026-11-26',
  loadOfUnknown: 1,
  buildings: { id: [], lon: [], lat: [], grid: [], vacant: [], occupied: [], unlinked: [], unvisited: [], toFind: [], place: [] },
  places: { households: [], people: [] },
  shared: [],
}
const grids = checkered(6, 5).map((each) => ({ ...each, name: `${each.id}`, kind: 'BASIC' as const, setting: 'URBAN' as const }))
const first = drawingOf({ grids }, columns)

const road = (...steps: Step[]): PlanGround['lines'][number] => ({ kind: 'ROAD', id: 1, geometry: { type: 'MultiLineString', coordinates: [steps.map(degreesOf)] } })
const area = (...steps: Step[]): Area => ({ type: 'Polygon', coordinates: [[...steps, steps[0] as Step].map(degreesOf)] })
const groundWith = (part: Partial<PlanGround>): PlanGround => ({ asOf: '2026-11-26', overtaken: false, communities: [], grids: [], ring: [], buildings: [], lines: [], ...part })

/** Short walls and long roads over some kilometres: many fields, many lines through each. */
function someLines(random: () => number, count: number): Line<'road' | 'building'>[] {
  return Array.from({ length: count }, (_, n) => {
    const isRoad = n % 4 === 0
    const reach = isRoad ? 400_000 : 6_000
    let at: Step = [ORIGIN[0] + Math.round(random() * 600_000), ORIGIN[1] + Math.round(random() * 600_000)]
    const places: Position[] = [degreesOf(at)]
    for (let i = 0; i < 5; i++) {
      at = [at[0] + Math.round((random() - 0.5) * reach), at[1] + (n % 7 === 0 ? 0 : Math.round((random() - 0.5) * reach))]
      places.push(degreesOf(at))
    }
    return { kind: isRoad ? 'road' : 'building', places }
  })
}

describe('what is nearest to a hand', () => {
  it('is what a look at every corner and every side finds', () => {
    const found = { corner: 0, side: 0, nothing: 0 }
    for (let seed = 1; seed <= 4; seed++) {
      const random = chance(seed)
      const lines = someLines(random, 300)
      const index = sideIndex(lines)
      const chains = lines.map(({ kind, places }) => ({ kind, chain: places.map(stepOf) }))
      for (let n = 0; n < 500; n++) {
        const to: Step = [ORIGIN[0] + Math.round(random() * 700_000 - 50_000), ORIGIN[1] + Math.round(random() * 700_000 - 50_000)]
        const reach = 300 + random() ** 3 * 60_000
        const only = n % 3 === 0 ? 'road' : null
        const own = chains.filter(({ kind }) => only === null || kind === only)
        const corner = Math.min(...own.flatMap(({ chain }) => chain.map((each) => far(each, to))))
        const side = Math.min(...own.flatMap(({ chain }) => chain.slice(1).map((each, i) => distance(to, chain[i] as Step, each))))
        const snap = index.nearest(to, reach, (kind) => only === null || kind === only)
        if (corner <= reach) {
          found.corner++
          expect(far(snap?.at as Step, to)).toBe(corner)
          expect(snap?.line.map(keyOf), 'a corner of the line it names').toContain(keyOf(snap?.at as Step))
        } else if (side <= reach) {
          found.side++
          const at = snap?.at as Step
          expect(at.every(Number.isInteger), 'a whole step').toBe(true)
          expect(Math.abs(far(at, to) - side)).toBeLessThan(1)
          expect(Math.min(...(snap?.line ?? []).slice(1).map((each, i) => distance(at, snap?.line[i] as Step, each)))).toBeLessThan(1)
        } else {
          found.nothing++
          expect(snap).toBeNull()
        }
        if (snap && only) expect(snap.kind).toBe(only)
      }
    }
    expect(Math.min(...Object.values(found)), JSON.stringify(found)).toBeGreaterThan(150)
  }, 30_000)

  it('is a corner, however near a side is', () => {
    const index = sideIndex([{ kind: 'road', places: [ORIGIN, [ORIGIN[0] + 50_000, ORIGIN[1]] as const].map((step) => degreesOf(step)) }])
    expect(index.nearest([ORIGIN[0] + 900, ORIGIN[1] + 1], 1000, () => true)?.at).toEqual(ORIGIN)
    expect(index.nearest([ORIGIN[0] + 1100, ORIGIN[1] + 1], 1000, () => true)?.at).toEqual([ORIGIN[0] + 1100, ORIGIN[1]])
    expect(index.nearest([ORIGIN[0] + 1100, ORIGIN[1] + 1001], 1000, () => true)).toBeNull()
  })
})

const inner = (mesh: Mesh): Edge => mesh.edges.find((each) => !isBorder(mesh, each) && each.chain.length > 2) as Edge

describe('a corner that is dragged', () => {
  const edge = inner(first.mesh)
  const at = edge.chain[1] as Step
  const hold: Hold = { kind: 'vertex', at }
  const east: Step = [at[0] + 1000, at[1] - 3000]

  it('comes to lie on the road, and says so', () => {
    const guides = guidesOf(groundWith({ lines: [road(east, [at[0] + 1000, at[1] + 9000])] }))
    const drag = dragSnapping(first, guides, hold, [at[0] + 700, at[1] + 200], 400)
    expect(drag.snap).toMatchObject({ kind: 'road', at: [at[0] + 1000, at[1] + 200] })
    expect(drag.change.come.flatMap(({ chain }) => chain).map(keyOf)).toContain(keyOf([at[0] + 1000, at[1] + 200]))
    expect(dragSnapping(first, guides, hold, [at[0] + 500, at[1] + 200], 400).snap, 'beyond reach').toBeNull()
  })

  it('is drawn to outlines of buildings only where a hand can mean one', () => {
    const ground = groundWith({ buildings: [{ id: 1, footprint: area(east, [east[0] + 800, east[1]], [east[0] + 800, east[1] + 800]) }] })
    expect(dragSnapping(first, guidesOf(ground), hold, [east[0] - 90, east[1]], 100).snap).toMatchObject({ kind: 'building', at: east })
    expect(dragSnapping(first, guidesOf(ground), hold, at, 40_000).snap).toBeNull()
  })

  it('stays in the hand where what is near cannot hold it', () => {
    const other = edge.chain[0] as Step
    const to: Step = [other[0] + 300, other[1] + 400]
    const drag = dragSnapping(first, guidesOf(groundWith({ lines: [road(other, [other[0] - 90, other[1] - 90])] })), hold, to, 1000)
    expect(dragTo(first, hold, other).fault).toBe('tooNear')
    expect(drag).toEqual(dragTo(first, hold, to))
    expect(drag.snap).toBeNull()
  })

  it('is drawn to nothing as part of a whole border', () => {
    expect(dragSnapping(first, guidesOf(groundWith({ lines: [road(east, at)] })), { kind: 'edge', edge, at }, east, 1000).snap).toBeNull()
  })
})

describe('the end of a border that slides along the border of a community', () => {
  const tee = first.mesh.edges.flatMap(endsOf).find((end) => maySlide(first.mesh, end)) as Step
  const border = first.mesh.edges.filter((each) => isBorder(first.mesh, each) && endsOf(each).some((end) => keyOf(end) === keyOf(tee)))
  const chain = border[0]?.chain ?? []
  const run = keyOf(chain[0] as Step) === keyOf(tee) ? chain : [...chain].reverse()
  const corner = run[1] as Step
  const third: Step = [Math.round(tee[0] + (corner[0] - tee[0]) / 3), Math.round(tee[1] + (corner[1] - tee[1]) / 3)]
  const hold: Hold = { kind: 'vertex', at: tee }

  it('stops where a road crosses it, and at its corners', () => {
    const ground = groundWith({ lines: [road(third, [third[0] + 300, third[1] + CELL])], communities: [{ id: 1, code: 'A', name: 'A', urban: null, rural: null, geometry: area(tee, corner, [tee[0], tee[1] + CELL]) }] })
    const onRoad = dragSnapping(first, guidesOf(ground), hold, [third[0] + 250, third[1] - 250], 500)
    expect(onRoad.snap?.kind).toBe('road')
    expect(far(onRoad.snap?.at as Step, third)).toBeLessThan(2)
    const onCorner = dragSnapping(first, guidesOf(ground), hold, [corner[0] + 250, corner[1] - 250], 500)
    expect(onCorner.snap).toMatchObject({ kind: 'community', at: corner })
  })

  it('is not drawn off it', () => {
    const ground = groundWith({ lines: [road([third[0] + 200, third[1] + 200], [third[0] + 300, third[1] + CELL])] })
    expect(dragSnapping(first, guidesOf(ground), hold, third, 500).snap).toBeNull()
  })
})

describe('a district with more corners than can be taken in at once', () => {
  it('is there in the end, its roads at once', async () => {
    const at = (id: number): Step => [ORIGIN[0] + (id % 100) * 20_000, ORIGIN[1] + Math.floor(id / 100) * 20_000]
    const buildings = Array.from({ length: 8000 }, (_, id) => {
      const [x, y] = at(id)
      return { id, footprint: area([x, y], [x + 1500, y], [x + 1500, y + 1200], [x, y + 1200]) }
    })
    const guides = guidesOf(groundWith({ lines: [road(at(7999), [at(7999)[0] + 9000, at(7999)[1]])], buildings }))
    const found = (id: number) => guides.nearest(at(id), 100, (kind) => kind === 'building')?.at ?? null
    expect(guides.nearest(at(7999), 100, (kind) => kind === 'road')?.at).toEqual(at(7999))
    expect(found(0)).toEqual(at(0))
    expect(found(7999)).toBeNull()
    await vi.waitFor(() => expect(found(7999)).toEqual(at(7999)), { timeout: 20_000 })
    for (let id = 0; id < 8000; id += 37) expect(found(id)).toEqual(at(id))
  }, 30_000)
})

describe('a drawing whose corners were dragged to roads and walls', () => {
  it('is a coverage', () => {
    const random = chance(11)
    const within = (): Step => [ORIGIN[0] + Math.round(random() * 6 * CELL), ORIGIN[1] + Math.round(random() * 5 * CELL)]
    const roads = Array.from({ length: 60 }, () => road(within(), within(), within()))
    const buildings = Array.from({ length: 200 }, (_, id) => {
      const [x, y] = within()
      return { id, footprint: area([x, y], [x + 1500, y], [x + 1500, y + 1200], [x, y + 1200]) }
    })
    const communities = (['A', 'B'] as const).map((code, id) => ({ id, code, name: code, urban: null, rural: null, geometry: { type: 'MultiPolygon' as const, coordinates: grids.filter((each) => each.community === code).flatMap(({ geometry }) => geometry.coordinates as Position[][][]) } }))
    const guides = guidesOf(groundWith({ lines: roads, buildings, communities }))
    const done: Record<string, number> = {}
    let drawing: Drawing = first
    for (let n = 0; n < 600; n++) {
      const { mesh } = drawing
      const edges = mesh.edges.filter((each) => !isBorder(mesh, each))
      const edge = edges[Math.floor(random() * edges.length)] as Edge
      const place = Math.floor(random() * edge.chain.length)
      const at = edge.chain[place] as Step
      const hold: Hold = n % 3 === 0 && place > 0 ? { kind: 'middle', edge, place, at } : { kind: 'vertex', at }
      const drag = dragSnapping(drawing, guides, hold, [at[0] + Math.round((random() - 0.5) * 8000), at[1] + Math.round((random() - 0.5) * 8000)], 1500)
      const word = drag.fault ?? drag.snap?.kind ?? 'free'
      done[word] = (done[word] ?? 0) + 1
      if (drag.fault || drag.change.come.length === 0) continue
      if (drag.snap) expect(drag.change.come.flatMap(({ chain }) => chain).map(keyOf)).toContain(keyOf(drag.snap.at))
      drawing = { ...drawing, mesh: withEdges(mesh, new Set(drag.change.gone), drag.change.come), tally: drag.tally }
      if (n % 20 === 0) isCoverage(drawing.mesh)
    }
    isCoverage(drawing.mesh)
    expect(done.road, JSON.stringify(done)).toBeGreaterThan(50)
    expect(done.building, JSON.stringify(done)).toBeGreaterThan(10)
    expect(done.community, JSON.stringify(done)).toBeGreaterThan(0)
  }, 30_000)
})
