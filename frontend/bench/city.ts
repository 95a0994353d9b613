// A city of grids side by side, uneven, with corners between the nodes, and buildings all over: what the service would say of a plan of it.
import type { DrawnPlan, PlanBuildings, PlanGround } from '../src/api/plans'
import type { Position } from '../src/api/types'

const WEST = 114.0
const SOUTH = 30.3
/** Degrees from grid to grid: about 300 m. */
const STEP = 0.003
/** Corners on each side of a grid. */
const CORNERS = 6
const COMMUNITY = '420102001001'

/** The same number, the same chance. */
function chance(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
}

const onLattice = (degrees: number): number => Math.round(degrees * 1e8) / 1e8

function place(x: number, y: number): Position {
  const n = Math.round(x * CORNERS) * 7919 + Math.round(y * CORNERS) * 104_729
  return [onLattice(WEST + (x + (chance(n) - 0.5) * 0.12) * STEP), onLattice(SOUTH + (y + (chance(n + 1) - 0.5) * 0.12) * STEP)]
}

export interface City {
  readonly plan: DrawnPlan
  readonly ground: PlanGround
  readonly buildings: PlanBuildings
}

export function cityOf(grids: number, perGrid: number): City {
  const across = Math.ceil(Math.sqrt(grids))
  const drawn: DrawnPlan['document']['grids'] = []
  for (let n = 0; n < grids; n++) {
    const [i, j] = [n % across, Math.floor(n / across)]
    const ring: Position[] = []
    for (let k = 0; k < CORNERS; k++) ring.push(place(i + k / CORNERS, j))
    for (let k = 0; k < CORNERS; k++) ring.push(place(i + 1, j + k / CORNERS))
    for (let k = 0; k < CORNERS; k++) ring.push(place(i + 1 - k / CORNERS, j + 1))
    for (let k = 0; k < CORNERS; k++) ring.push(place(i, j + 1 - k / CORNERS))
    drawn.push({ id: n + 1, community: COMMUNITY, name: `${n + 1}`, kind: 'BASIC', setting: 'URBAN', geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] } })
  }
  const count = grids * perGrid
  const all = Array.from({ length: count }, (_, n) => n)
  const at = (n: number): Position => {
    const grid = Math.floor(n / perGrid)
    return [onLattice(WEST + ((grid % across) + chance(3 * n)) * STEP), onLattice(SOUTH + (Math.floor(grid / across) + chance(3 * n + 1)) * STEP)]
  }
  const upTo = (most: number, salt: number) => all.map((n) => Math.floor(chance(n * 5 + salt) * most))
  const who = { account: 'bench', name: 'bench' }
  const now = '2026-01-01T00:00:00Z'
  return {
    plan: { id: 1, name: 'bench', state: 'DRAFT', revision: 1, etag: '"1-1"', communities: [{ code: COMMUNITY, name: 'bench' }], basedOn: '2026-01-01', owner: who, own: true, writable: true, sharedWith: [], madeAt: now, savedBy: who, savedAt: now, validFrom: null, change: null, undo: null, steps: [], document: { grids: drawn } },
    ground: { asOf: '2026-01-01', overtaken: false, communities: [{ id: 1, code: COMMUNITY, name: 'bench', urban: { low: 300, high: 500 }, rural: { low: 50, high: 150 }, geometry: { type: 'Polygon', coordinates: [] } }], grids: [], ring: [], buildings: [], lines: [] },
    buildings: {
      asOf: '2026-01-01',
      loadOfUnknown: 1,
      buildings: { id: all, lon: all.map((n) => at(n)[0]), lat: all.map((n) => at(n)[1]), grid: all.map((n) => Math.floor(n / perGrid) + 1), vacant: upTo(2, 1), occupied: upTo(3, 2), unlinked: upTo(2, 3), unvisited: upTo(1, 4), toFind: upTo(2, 5), place: all },
      places: { households: upTo(4, 6), people: upTo(9, 7) },
      shared: [],
    },
  }
}
