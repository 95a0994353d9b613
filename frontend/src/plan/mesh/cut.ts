// Cuts the ground of some grids along lines and deals the pieces out anew.
import { tooNear } from './apart'
import { edgesOf, indexOf, push, sweep, withEdges, type Edge, type Face, type Mesh, type Outcome } from './mesh'
import { holderOf } from './locate'
import { noded } from './noding'
import { cycles, side } from './rings'
import { keyOf, same, type Step } from './step'
import { edgesFrom, type Segment } from './wires'

export interface Piece {
  /** Whose ground it is so far. */
  readonly grid: number
  /** In square steps, twice. */
  readonly area: number
  /** Well inside. */
  readonly inside: Step
  readonly west: number
  readonly cycles: readonly (readonly Step[])[]
}

type Dealt = { readonly owner: (piece: Piece) => number; readonly faces: ReadonlyMap<number, Face> }
type Fault = Extract<Outcome, { fault: unknown }>

export function cut(mesh: Mesh, grids: ReadonlySet<number>, lines: readonly (readonly Step[])[], deal: (pieces: readonly Piece[]) => Dealt | Fault): Outcome {
  const gone = new Set([...grids].flatMap((id) => edgesOf(mesh, id)))
  const { borders, drawn } = noded([...gone], lines)
  const fresh = withoutLooseEnds(borders, inGrids(mesh, grids, borders, drawn))
  const all = [...borders, ...fresh]
  const pieces = piecesOf(all, grids)
  const dealt = deal(pieces)
  if ('fault' in dealt) return dealt
  const owners = new Map<string, number>()
  for (const piece of pieces) for (const cycle of piece.cycles) for (let i = 1; i < cycle.length; i++) owners.set(wayKey(cycle[i - 1] as Step, cycle[i] as Step), dealt.owner(piece))
  const relabelled = all.map(({ a, b, left, right }): Segment => ({ a, b, left: owners.get(wayKey(a, b)) ?? left, right: owners.get(wayKey(b, a)) ?? right }))
  const { atNode } = indexOf(mesh)
  const come = reusing(edgesFrom(relabelled, (key) => (atNode.get(key) ?? []).some((edge) => !gone.has(edge))), gone)
  const borderKeys = new Set([...gone].flatMap(({ chain }) => chain.slice(1).map((b, i) => sideKey(chain[i] as Step, b))))
  const near = tooNear(relabelled.filter(({ a, b, left, right }) => left !== right && !borderKeys.has(sideKey(a, b))), come)
  if (near) return { fault: 'tooNear', at: near }
  const kept = new Set(come)
  const away = new Set([...gone].filter((edge) => !kept.has(edge)))
  return { mesh: withEdges(mesh, away, come.filter((edge) => !gone.has(edge)), dealt.faces) }
}

const wayKey = (a: Step, b: Step): string => `${keyOf(a)},${keyOf(b)}`
const sideKey = (a: Step, b: Step): string => (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? wayKey(a, b) : wayKey(b, a))

/** The pieces of lines that run through one of the grids, each once. */
function inGrids(mesh: Mesh, grids: ReadonlySet<number>, borders: readonly Segment[], drawn: readonly { a: Step; b: Step }[]): Segment[] {
  const seen = new Set(borders.map(({ a, b }) => sideKey(a, b)))
  const ids = [...grids].sort((a, b) => a - b)
  const found: Segment[] = []
  for (const { a, b } of drawn) {
    const key = sideKey(a, b)
    if (seen.has(key)) continue
    seen.add(key)
    const grid = holderOf([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], ids, (id) => edgesOf(mesh, id))
    if (grid !== 0) found.push({ a, b, left: grid, right: grid })
  }
  return found
}

function withoutLooseEnds(borders: readonly Segment[], fresh: readonly Segment[]): Segment[] {
  const at = new Map<string, Segment[]>()
  for (const segment of [...borders, ...fresh]) {
    push(at, keyOf(segment.a), segment)
    push(at, keyOf(segment.b), segment)
  }
  const left = new Set(fresh)
  const loose = fresh.flatMap(({ a, b }) => [keyOf(a), keyOf(b)]).filter((key) => at.get(key)?.length === 1)
  for (let key = loose.pop(); key !== undefined; key = loose.pop()) {
    const [segment] = at.get(key) ?? []
    if (!segment || !left.delete(segment)) continue
    for (const end of [keyOf(segment.a), keyOf(segment.b)]) {
      const rest = (at.get(end) ?? []).filter((each) => each !== segment)
      at.set(end, rest)
      if (rest.length === 1) loose.push(end)
    }
  }
  return [...left]
}

function piecesOf(segments: readonly Segment[], grids: ReadonlySet<number>): Piece[] {
  const faceOf = new Map<string, number>()
  const ways: Step[][] = []
  const add = (a: Step, b: Step, grid: number): void => {
    if (!grids.has(grid)) return
    ways.push([a, b])
    faceOf.set(wayKey(a, b), grid)
  }
  for (const { a, b, left, right } of segments) {
    add(a, b, left)
    add(b, a, right)
  }
  const all = cycles(ways).map((cycle) => ({ cycle, area: sweep(cycle, cycle[0] as Step), grid: faceOf.get(wayKey(cycle[0] as Step, cycle[1] as Step)) ?? 0 }))
  const outer = all.filter(({ area }) => area > 0).map((each) => ({ ...each, cycles: [each.cycle] }))
  for (const hole of all.filter(({ area }) => area <= 0)) {
    const around = outer.filter(({ grid, cycle, area }) => grid === hole.grid && area > -hole.area && hole.cycle.every((step) => side(step, cycle) >= 0))
    const least = around.sort((a, b) => a.area - b.area)[0]
    least?.cycles.push(hole.cycle)
  }
  return outer.map(({ grid, cycles: rings }) => ({
    grid,
    area: rings.reduce((sum, ring) => sum + sweep(ring, ring[0] as Step), 0),
    inside: insideOf(rings),
    west: Math.min(...(rings[0] as Step[]).map(([x]) => x)),
    cycles: rings,
  }))
}

/** In the middle of the widest stretch on a level between two corners. */
function insideOf(rings: readonly (readonly Step[])[]): Step {
  const levels = [...new Set(rings.flat().map(([, y]) => y))].sort((a, b) => a - b)
  let [gap, level] = [0, levels[0] ?? 0]
  for (let i = 1; i < levels.length; i++) {
    const [low, high] = [levels[i - 1] as number, levels[i] as number]
    if (high - low > gap) [gap, level] = [high - low, (low + high) / 2]
  }
  const crossings: number[] = []
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] as Step, ring[i] as Step]
      if (ay > level !== by > level) crossings.push(ax + ((level - ay) / (by - ay)) * (bx - ax))
    }
  }
  crossings.sort((a, b) => a - b)
  let [width, x] = [-1, 0]
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] as number, crossings[i + 1] as number]
    if (to - from > width) [width, x] = [to - from, (from + to) / 2]
  }
  return [x, level]
}

/** Edges that are as they were are the ones that were. */
function reusing(come: readonly Edge[], gone: ReadonlySet<Edge>): Edge[] {
  const byEnds = new Map<string, Edge[]>()
  for (const edge of gone) push(byEnds, sideKey(edge.chain[0] as Step, edge.chain.at(-1) as Step), edge)
  return come.map((edge) => (byEnds.get(sideKey(edge.chain[0] as Step, edge.chain.at(-1) as Step)) ?? []).find((old) => isSame(old, edge)) ?? edge)
}

function isSame(old: Edge, now: Edge): boolean {
  if (old.chain.length !== now.chain.length) return false
  const last = now.chain.length - 1
  const forward = old.left === now.left && old.right === now.right && old.chain.every((step, i) => same(step, now.chain[i] as Step))
  return forward || (old.left === now.right && old.right === now.left && old.chain.every((step, i) => same(step, now.chain[last - i] as Step)))
}
