import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DrawnPlan, PlanBuildings, PlanGround } from '@/api/plans'
import type { Area } from '@/api/types'
import { after, bandOf, documentOf, drawingOf, FIRST_NEW, freshId, saying, shortName, verdictOf } from '@/plan/drawing'
import { dragTo } from '@/plan/drag'
import { draftOf } from '@/plan/fileDraft'
import { measure } from '@/plan/measure'
import { split } from '@/plan/mesh/groundEdits'
import { isBorder } from '@/plan/mesh/mesh'
import type { Step } from '@/plan/mesh/step'
import { draw, open, redo, undo } from '@/plan/open'
import { takeOver } from '@/plan/proposal'
import { scoreOf } from '@/plan/score'
import { CELL, checkered } from './meshes'

const grids = checkered(4, 3).map((each) => ({ ...each, name: `甲社区第${each.id}网格`, kind: 'BASIC' as const, setting: 'URBAN' as const }))
const columns: PlanBuildings = {
  asOf: '2026-11-26',
  loadOfUnknown: 1,
  buildings: { id: [1, 2], lon: [114.12355, 99], lat: [30.56791, 10], grid: [1, null], vacant: [1, 0], occupied: [2, 0], unlinked: [0, 0], unvisited: [0, 0], toFind: [3, 0], place: [0, -1] },
  places: { households: [7], people: [20] },
  shared: [],
}
const ground: PlanGround = { asOf: '2026-11-26', overtaken: false, communities: [{ id: 1, code: 'A', name: '甲社区', urban: { low: 5, high: 9 }, rural: null, geometry: grids[0]?.geometry as PlanGround['communities'][number]['geometry'] }], grids: [], ring: [], buildings: [], lines: [] }
const first = drawingOf({ grids }, columns)
const newName = (n: number): string => `新网格${n}`
const across: Step[] = [
  [11_412_345_678 + CELL / 2, 3_056_781_234 - CELL],
  [11_412_345_678 + CELL / 2, 3_056_781_234 + 2 * CELL],
]

describe('a drawing of a plan', () => {
  it('says again what it was read from', () => {
    expect(documentOf(first, '甲')).toEqual({ name: '甲', grids })
  })

  it('gives a grid that is new an id and a name of its own, and the ways of the one it came from', () => {
    const drawn = after(first, split(first.mesh, 1, across, freshId(first)), 1, newName)
    if (!('drawing' in drawn)) throw new Error(drawn.fault)
    expect(freshId(first)).toBe(FIRST_NEW)
    expect(drawn.drawing.said.get(FIRST_NEW)).toEqual({ id: FIRST_NEW, community: 'A', name: '新网格1', kind: 'BASIC', setting: 'URBAN' })
    const again = after(drawn.drawing, split(drawn.drawing.mesh, 5, across, freshId(drawn.drawing)), 5, newName)
    if (!('drawing' in again)) throw new Error(again.fault)
    expect(again.drawing.said.get(FIRST_NEW + 1)?.name).toBe('新网格2')
  })

  it('holds loads against the band of the community, a dedicated grid against none', () => {
    expect(verdictOf(bandOf(first, ground, 1), first.tally.sums.get(1))).toBe('above')
    expect(bandOf(saying(first, 1, { kind: 'DEDICATED' }), ground, 1)).toBeNull()
    expect(verdictOf(bandOf(first, ground, 12), first.tally.sums.get(12))).toBe('unset')
    expect(shortName(first, ground, 1)).toBe('第1网格')
  })

  it('tells in few figures how good it is', () => {
    const { grids: count, outOfBand, most, movedHouseholds, unassigned, compactness } = scoreOf(first, ground)
    expect({ count, outOfBand, most, movedHouseholds, unassigned }).toEqual({ count: 12, outOfBand: 6, most: 10, movedHouseholds: 0, unassigned: 1 })
    expect(compactness).toBeGreaterThan(0.5)
  })

  it('shows a border where the hand is and says why it cannot stay there', () => {
    const edge = first.mesh.edges.find((each) => !isBorder(first.mesh, each) && each.chain.length > 2)
    if (!edge) throw new Error('no border')
    const at = edge.chain[1] as Step
    const near = dragTo(first, { kind: 'vertex', at }, [at[0] + 500, at[1]])
    expect(near.fault).toBeNull()
    expect([...near.after.keys()].sort()).toEqual([edge.left, edge.right].sort())
    expect(dragTo(first, { kind: 'vertex', at }, [at[0] + 3 * CELL, at[1]]).fault).toBe('tooNear')
  })
})

describe('grids drawn elsewhere', () => {
  it('replace those of their communities and leave the others', () => {
    const own = grids.filter(({ community }) => community === 'A').map(({ id, community, geometry }) => ({ id: id === 1 ? null : id, community, geometry }))
    const taken = takeOver(first, own, newName)
    expect(taken.said.get(FIRST_NEW)?.name).toBe('新网格1')
    expect(taken.said.has(1)).toBe(false)
    expect(taken.said.size).toBe(12)
    expect(taken.tally.sums.get(FIRST_NEW)).toEqual(first.tally.sums.get(1))
  })

  it('come from a file by their names, or not at all', () => {
    const polygon = (name: string | null, ...places: [number, number][]) => ({ name, geometry: { type: 'MultiPolygon' as const, coordinates: [[places]] } })
    const area = grids[0]?.geometry as Extract<Area, { type: 'MultiPolygon' }>
    expect(draftOf([{ name: '甲社区第1网格', geometry: area }, { name: '别的', geometry: area }, { name: null, geometry: area }], first)).toMatchObject([{ id: 1, community: 'A' }, { id: null, community: 'A', name: '别的' }, { id: null, community: 'A' }])
    expect(draftOf([{ name: '甲社区第1网格', geometry: area }, { name: '甲社区第1网格', geometry: area }], first)?.map(({ id }) => id), 'a grid is drawn once').toEqual([1, null])
    expect(draftOf([{ name: null, geometry: area }, polygon('远', [10, 10], [10.1, 10], [10, 10.1], [10, 10])], first)).toBeNull()
  })
})

describe('undo', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => {
    open.value = null
    vi.useRealTimers()
  })

  it('brings back the very state before, without end, and redo the one after', () => {
    const plan = { id: 1, name: '甲', writable: true, etag: '"1-1"' } as DrawnPlan
    open.value = { plan, ground, drawing: first, past: [], future: [] }
    const states = [first]
    for (let n = 1; n <= 300; n++) {
      const next = saying(states.at(-1) as typeof first, 1, { name: `${n}` })
      states.push(next)
      draw(next)
    }
    for (const state of [...states].reverse().slice(1)) {
      undo()
      expect(open.value.drawing).toBe(state)
    }
    undo()
    expect(open.value.drawing).toBe(first)
    for (const state of states.slice(1)) {
      redo()
      expect(open.value.drawing).toBe(state)
    }
  })
})

describe('measuring', () => {
  it('gives metres and hectares of a drawn area', () => {
    const side = 0.001
    const { metres, squareMetres } = measure({ type: 'Polygon', coordinates: [[[114, 30], [114 + side, 30], [114 + side, 30 + side], [114, 30 + side], [114, 30]]] })
    expect(metres).toBeGreaterThan(413)
    expect(metres).toBeLessThan(416)
    expect(squareMetres / 10_000).toBeCloseTo(1.07, 2)
  })
})
