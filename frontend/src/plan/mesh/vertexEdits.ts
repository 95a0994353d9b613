// Edits of vertices: every edge at the place follows, so both neighbours always move together.
import { tooNear, type Side } from './apart'
import { communityOf, edgeOf, edgesOf, endsOf, indexOf, isBorder, isLoop, OUTSIDE, twiceArea, withEdges, type Edge, type FaultKind, type Mesh, type Outcome } from './mesh'
import { locate } from './locate'
import { holdsItsHoles, shellsOf } from './rings'
import { slid } from './slide'
import { keyOf, same, type Step } from './step'

/** What an edit takes away and puts in its place. */
export interface Change {
  readonly gone: readonly Edge[]
  readonly come: readonly Edge[]
  /** A corner that was there and becomes a node. */
  readonly onto?: Step
}

export type Proposal = Change | { readonly fault: FaultKind; readonly at: Step }

const known = new WeakMap<Mesh, Map<string, readonly Edge[]>>()

/** Asked again and again of the vertex a hand holds. Nothing but its own edges runs through a node. */
export function edgesThrough(mesh: Mesh, vertex: Step): readonly Edge[] {
  const key = keyOf(vertex)
  const atNode = indexOf(mesh).atNode.get(key)
  if (atNode) return atNode
  let asked = known.get(mesh)
  if (!asked) known.set(mesh, (asked = new Map<string, readonly Edge[]>()))
  const found = asked.get(key) ?? runningThrough(mesh, vertex)
  asked.set(key, found)
  return found
}

function runningThrough(mesh: Mesh, [x, y]: Step): Edge[] {
  return mesh.edges.filter(({ box, chain }) => x >= box.west && x <= box.east && y >= box.south && y <= box.north && chain.some((step) => step[0] === x && step[1] === y))
}

export const isFixed = (mesh: Mesh, vertex: Step): boolean => edgesThrough(mesh, vertex).some((edge) => isBorder(mesh, edge))

/** Vertices to other places, as long as it is looked at; `moves` by the key of each vertex. */
export function moved(edges: readonly Edge[], moves: ReadonlyMap<string, Step>): Change {
  const gone: Edge[] = []
  const come: Edge[] = []
  for (const edge of edges) {
    const chain = edge.chain.map((step) => moves.get(keyOf(step)) ?? step)
    if (chain.every((step, i) => step === edge.chain[i])) continue
    gone.push(edge)
    come.push(edgeOf(chain, edge.left, edge.right))
  }
  return { gone, come }
}

/** Edges around the grids beside a change, as they are after it; `ofFace`: by grid. */
export function edgesAfter(mesh: Mesh, { gone, come }: Change): Map<number, Edge[]> {
  const ids = new Set(gone.flatMap(({ left, right }) => [left, right]))
  const away = new Set(gone)
  return new Map([...ids].filter((id) => id !== OUTSIDE).map((id) => [id, [...edgesOf(mesh, id).filter((edge) => !away.has(edge)), ...come.filter(({ left, right }) => left === id || right === id)]]))
}

/** Why a change cannot be; null: it can. */
export function faultOf(mesh: Mesh, change: Change): { fault: FaultKind; at: Step } | null {
  const after = edgesAfter(mesh, change)
  const sides = change.come.flatMap((edge, i) => newSides(edge, change.gone[i]))
  const around = [...new Set([...after.values()].flat())]
  const near = tooNear(sides, around) ?? doubled(change, sides, around)
  if (near) return { fault: 'tooNear', at: near }
  // An end that slides gives ground to no third grid.
  const within = (edge: Edge): number[] => (change.onto ? [edge.left, edge.right] : [...after.keys()].filter((id) => communityOf(mesh, id) === communityOf(mesh, edge.left)))
  const beyond = change.come.find((edge, i) => !isBorder(mesh, edge) && newSides(edge, change.gone[i]).some((side) => !isWithin(mesh, within(edge), side)))
  if (beyond) return { fault: 'tooNear', at: beyond.chain[0] as Step }
  for (const [id, edges] of after) {
    // A small part may turn inside out without crossing anything: what was a shell is a hole then.
    if (twiceArea(edges, id) <= 0 || shellsOf(edges, id) !== shellsOf(edgesOf(mesh, id), id) || !holdsItsHoles(edges, id)) return { fault: 'swallows', at: edges[0]?.chain[0] ?? [0, 0] }
  }
  return null
}

/** A side between two corners of the border of a community may lie beyond it without crossing anything. */
function isWithin(mesh: Mesh, grids: readonly number[], { a, b }: Side): boolean {
  const middle: Step = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  return grids.some((id) => locate(middle, edgesOf(mesh, id)) >= 0)
}

/** A corner or a side that would lie upon another; none of these is near to anything but its like. */
function doubled({ gone, come, onto }: Change, sides: readonly Side[], around: readonly Edge[]): Step | null {
  const counts = new Map<string, number>()
  const count = (edges: readonly Edge[], by: number): void => {
    for (const { chain } of edges) for (const step of chain) counts.set(keyOf(step), (counts.get(keyOf(step)) ?? 0) + by)
  }
  count(come, 1)
  count(gone, -1)
  const fresh = come.flatMap(({ chain }) => chain).filter((step) => (counts.get(keyOf(step)) ?? 0) > 0 && !(onto && same(step, onto)))
  const others = [...gone, ...around.filter((edge) => !come.includes(edge))]
  const taken = fresh.find((step) => others.some(({ chain }) => chain.some((each) => same(each, step))))
  if (taken) return taken
  const alike = ({ a, b }: Side): number => around.reduce((sum, { chain }) => sum + chain.filter((step, i) => i > 0 && ((same(step, a) && same(chain[i - 1] as Step, b)) || (same(step, b) && same(chain[i - 1] as Step, a)))).length, 0)
  return sides.find((side) => alike(side) > 1)?.a ?? null
}

function newSides({ chain }: Edge, before: Edge | undefined): Side[] {
  const sides: Side[] = []
  for (let i = 1; i < chain.length; i++) {
    const [a, b] = [chain[i - 1] as Step, chain[i] as Step]
    if (before?.chain.length !== chain.length || before.chain[i - 1] !== a || before.chain[i] !== b) sides.push({ a, b })
  }
  return sides
}

/** Without looking for what comes too near: what a hand that is still moving would do. */
export function proposedMove(mesh: Mesh, from: Step, to: Step): Proposal {
  const edges = edgesThrough(mesh, from)
  if (edges.length === 0) return { fault: 'noVertex', at: from }
  if (edges.some((edge) => isBorder(mesh, edge))) return slid(mesh, from, to)
  return moved(edges, new Map([[keyOf(from), to]]))
}

export function proposedEdgeMove(mesh: Mesh, edge: Edge, dx: number, dy: number): Proposal {
  if (isBorder(mesh, edge)) return { fault: 'communityBorder', at: edge.chain[0] as Step }
  const fixed = new Set(endsOf(edge).filter((end) => isFixed(mesh, end)).map(keyOf))
  const moves = new Map<string, Step>()
  for (const step of edge.chain) if (!fixed.has(keyOf(step))) moves.set(keyOf(step), [step[0] + dx, step[1] + dy])
  if (moves.size === 0) return { fault: 'communityBorder', at: edge.chain[0] as Step }
  const atEnds = endsOf(edge).flatMap((end) => indexOf(mesh).atNode.get(keyOf(end)) ?? [])
  return moved([...new Set([edge, ...atEnds])], moves)
}

export function done(mesh: Mesh, proposal: Proposal): Outcome {
  if ('fault' in proposal) return proposal
  const fault = faultOf(mesh, proposal)
  return fault ?? { mesh: withEdges(mesh, new Set(proposal.gone), proposal.come) }
}

export const moveVertex = (mesh: Mesh, from: Step, to: Step): Outcome => done(mesh, proposedMove(mesh, from, to))

export function moveEdge(mesh: Mesh, edge: Edge, dx: number, dy: number): Outcome {
  const proposal = proposedEdgeMove(mesh, edge, dx, dy)
  const start = edge.chain[0] as Step
  // A whole ring may jump without crossing anything.
  if (isLoop(edge) && locate([start[0] + dx, start[1] + dy], [...edgesOf(mesh, edge.left), ...edgesOf(mesh, edge.right)].filter((each) => each !== edge)) <= 0) return { fault: 'tooNear', at: start }
  return done(mesh, proposal)
}

/** `a`, `b`: two corners that follow one another. */
export function insertVertex(mesh: Mesh, a: Step, b: Step, at: Step): Outcome {
  const edge = edgesThrough(mesh, a).find(({ chain }) => follows(chain, a, b) >= 0)
  if (!edge) return { fault: 'noVertex', at: a }
  if (isBorder(mesh, edge)) return { fault: 'communityBorder', at: a }
  const place = follows(edge.chain, a, b)
  return done(mesh, { gone: [edge], come: [edgeOf([...edge.chain.slice(0, place), at, ...edge.chain.slice(place)], edge.left, edge.right)] })
}

/** Where the second of the two stands, whichever comes first; -1: they do not follow one another. */
function follows(chain: readonly Step[], a: Step, b: Step): number {
  for (let i = 1; i < chain.length; i++) {
    const [from, to] = [chain[i - 1] as Step, chain[i] as Step]
    if ((same(from, a) && same(to, b)) || (same(from, b) && same(to, a))) return i
  }
  return -1
}

export function deleteVertex(mesh: Mesh, vertex: Step): Outcome {
  const edges = edgesThrough(mesh, vertex)
  const [edge] = edges
  if (!edge) return { fault: 'noVertex', at: vertex }
  if (edges.some((each) => isBorder(mesh, each))) return { fault: 'communityBorder', at: vertex }
  const isEnd = endsOf(edge).some((end) => same(end, vertex))
  if (edges.length > 1 || (isEnd && !isLoop(edge)) || edge.chain.filter((step) => same(step, vertex)).length !== (isEnd ? 2 : 1)) return { fault: 'isNode', at: vertex }
  const open = edge.chain.slice(isEnd ? 1 : 0, isEnd ? -1 : undefined).filter((step) => !same(step, vertex))
  const chain = isEnd ? [...open, open[0] as Step] : open
  if (chain.length < (isLoop(edge) ? 4 : 2)) return { fault: 'swallows', at: vertex }
  return done(mesh, { gone: [edge], come: [edgeOf(chain, edge.left, edge.right)] })
}
