// Grids as the edges they share. Nothing here changes: an edit answers another mesh, which has what it did not touch in common with the
// one before, so the one before is the undo.
//
//   const mesh = meshOf(grids); const moved = moveVertex(mesh, from, to); if ('mesh' in moved) …
import type { Area } from '@/api/types'
import { around, boxOf, keyOf, type Box, type Step } from './step'

/** Beside an edge: no grid of this mesh. */
export const OUTSIDE = 0

/** A border between two nodes, or a ring that begins where it ends. `left`, `right`: grids beside it as it runs. */
export interface Edge {
  readonly chain: readonly Step[]
  readonly left: number
  readonly right: number
  readonly box: Box
}

export interface Face {
  readonly id: number
  readonly community: string
  /** As it was read, as long as no edit touched it. */
  readonly read: Area | null
}

export interface Mesh {
  readonly faces: ReadonlyMap<number, Face>
  readonly edges: readonly Edge[]
}

export type FaultKind = 'communityBorder' | 'tooNear' | 'isNode' | 'noVertex' | 'swallows' | 'doesNotDivide' | 'notNeighbours' | 'otherCommunity' | 'outside' | CellFault

/** Why buildings do not go to another grid. */
export type CellFault = 'noBuilding' | 'otherGround' | 'lockedThere' | 'empties' | 'apart' | 'tears' | 'tooClose'

/** What became of an edit: a mesh, or why not and where. */
export type Outcome = { readonly mesh: Mesh } | { readonly fault: FaultKind; readonly at: Step }

export const edgeOf = (chain: readonly Step[], left: number, right: number): Edge => ({ chain, left, right, box: boxOf(chain) })

export interface MeshIndex {
  readonly ofFace: ReadonlyMap<number, readonly Edge[]>
  /** By the key of a node: edges that begin or end there. */
  readonly atNode: ReadonlyMap<string, readonly Edge[]>
}

const indexes = new WeakMap<Mesh, MeshIndex>()

const facesOf = ({ left, right }: Edge): number[] => (left === right ? [left] : [left, right])

function nodesOf(edge: Edge): string[] {
  const [first, last] = endsOf(edge).map(keyOf) as [string, string]
  return first === last ? [first] : [first, last]
}

export function indexOf(mesh: Mesh): MeshIndex {
  const known = indexes.get(mesh)
  if (known) return known
  const ofFace = new Map<number, Edge[]>()
  const atNode = new Map<string, Edge[]>()
  for (const edge of mesh.edges) {
    for (const face of facesOf(edge)) push(ofFace, face, edge)
    for (const node of nodesOf(edge)) push(atNode, node, edge)
  }
  const made = { ofFace, atNode }
  indexes.set(mesh, made)
  return made
}

/** As `indexOf` would make it anew, which a city of thousands of grids takes too long for after every edit. */
function patched<Key>(before: ReadonlyMap<Key, readonly Edge[]>, gone: ReadonlySet<Edge>, come: readonly Edge[], keysOf: (edge: Edge) => Key[]): Map<Key, readonly Edge[]> {
  const next = new Map(before)
  for (const key of new Set([...gone, ...come].flatMap(keysOf))) {
    const edges = [...(before.get(key) ?? []).filter((edge) => !gone.has(edge)), ...come.filter((edge) => keysOf(edge).includes(key))]
    if (edges.length > 0) next.set(key, edges)
    else next.delete(key)
  }
  return next
}

export function push<K, V>(to: Map<K, V[]>, key: K, value: V): void {
  const there = to.get(key)
  if (there) there.push(value)
  else to.set(key, [value])
}

export const endsOf = ({ chain }: Edge): readonly [Step, Step] => [chain[0] as Step, chain.at(-1) as Step]

export const isLoop = (edge: Edge): boolean => {
  const [first, last] = endsOf(edge)
  return first[0] === last[0] && first[1] === last[1]
}

export const edgesOf = (mesh: Mesh, face: number): readonly Edge[] => indexOf(mesh).ofFace.get(face) ?? []

export function boxOfFace(mesh: Mesh, face: number): Box | null {
  const edges = edgesOf(mesh, face)
  return edges.length === 0 ? null : edges.map(({ box }) => box).reduce(around)
}

/** '' beyond the mesh. */
export const communityOf = (mesh: Mesh, face: number): string => mesh.faces.get(face)?.community ?? ''

/** Borders of communities stay where they are. */
export const isBorder = (mesh: Mesh, { left, right }: Edge): boolean => communityOf(mesh, left) !== communityOf(mesh, right)

/** The same with other edges: what is beside a new edge or one that went is no longer as it was read. */
export function withEdges(mesh: Mesh, gone: ReadonlySet<Edge>, come: readonly Edge[], faces: ReadonlyMap<number, Face> = mesh.faces): Mesh {
  const touched = new Set<number>()
  for (const { left, right } of [...gone, ...come]) touched.add(left).add(right)
  const next = new Map(faces)
  for (const id of touched) {
    const face = next.get(id)
    if (face?.read) next.set(id, { ...face, read: null })
  }
  const after = { faces: next, edges: [...mesh.edges.filter((edge) => !gone.has(edge)), ...come] }
  const index = indexes.get(mesh)
  if (index) indexes.set(after, { ofFace: patched(index.ofFace, gone, come, facesOf), atNode: patched(index.atNode, gone, come, nodesOf) })
  const known = boxes.get(mesh)
  if (known) boxes.set(after, boxesAfter(after, known, touched))
  return after
}

function boxesAfter(mesh: Mesh, before: ReadonlyMap<number, Box>, touched: ReadonlySet<number>): Map<number, Box> {
  const next = new Map(before)
  for (const id of touched) {
    const box = mesh.faces.has(id) ? boxOfFace(mesh, id) : null
    if (box) next.set(id, box)
    else next.delete(id)
  }
  return next
}

/** Twice the area to the left of the way, seen from `origin`: added up around a face it is twice that of the face. */
export function sweep(chain: readonly Step[], [ox, oy]: Step): number {
  let sum = 0
  for (let i = 1; i < chain.length; i++) {
    const [a, b] = [chain[i - 1] as Step, chain[i] as Step]
    sum += (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy)
  }
  return sum
}

/** Twice the area of a face in square steps. */
export function twiceArea(edges: readonly Edge[], face: number): number {
  const origin = edges[0]?.chain[0]
  if (!origin) return 0
  return edges.reduce((sum, edge) => sum + (edge.left === face ? 1 : -1) * (edge.left === edge.right ? 0 : sweep(edge.chain, origin)), 0)
}

const boxes = new WeakMap<Mesh, ReadonlyMap<number, Box>>()

/** Where each grid lies. */
export function meshBoxes(mesh: Mesh): ReadonlyMap<number, Box> {
  const known = boxes.get(mesh)
  if (known) return known
  const made = new Map<number, Box>()
  for (const id of mesh.faces.keys()) {
    const box = boxOfFace(mesh, id)
    if (box) made.set(id, box)
  }
  boxes.set(mesh, made)
  return made
}
