// Where one border of grids ends on the border of a community: that end may slide along it, and the ground between changes hands.
import { edgeOf, indexOf, isBorder, isLoop, type Edge, type Mesh } from './mesh'
import { keyOf, same, type Step } from './step'
import type { Proposal } from './vertexEdits'

/** A border as it runs away from a node. */
interface Away {
  readonly edge: Edge
  readonly chain: readonly Step[]
  readonly left: number
  readonly right: number
}

interface Tee {
  readonly inner: Away
  readonly borders: readonly [Away, Away]
}

/** A place this near to a corner of the border is that corner. */
export const SNAP_STEPS = 50

function away(edge: Edge, node: Step): Away {
  const isForward = same(edge.chain[0] as Step, node)
  return isForward ? { edge, chain: edge.chain, left: edge.left, right: edge.right } : { edge, chain: [...edge.chain].reverse(), left: edge.right, right: edge.left }
}

function teeAt(mesh: Mesh, node: Step): Tee | null {
  const edges = indexOf(mesh).atNode.get(keyOf(node)) ?? []
  const inner = edges.filter((edge) => !isBorder(mesh, edge))
  const [one, two] = edges.filter((edge) => isBorder(mesh, edge)).map((edge) => away(edge, node))
  const [only] = inner
  if (edges.length !== 3 || !only || inner.length !== 1 || !one || !two || edges.some(isLoop)) return null
  // Beyond the border lies one grid, or none.
  const beyond = one.left === two.right || one.right === two.left
  return beyond ? { inner: away(only, node), borders: [one, two] } : null
}

export const maySlide = (mesh: Mesh, node: Step): boolean => teeAt(mesh, node) !== null

/** Where the end of a border comes to lie when a hand brings it to a place; null: it does not slide. */
export function landing(mesh: Mesh, node: Step, to: Step): Step | null {
  const tee = teeAt(mesh, node)
  return (tee && nearest(tee.borders, to)?.at) ?? null
}

export function slid(mesh: Mesh, node: Step, to: Step): Proposal {
  const tee = teeAt(mesh, node)
  const target = tee && nearest(tee.borders, to)
  if (!tee || !target) return { fault: 'communityBorder', at: node }
  const { inner } = tee
  const [along, other] = target.on === 0 ? tee.borders : [tee.borders[1], tee.borders[0]]
  const { place, at } = target
  const passed = along.chain.slice(0, place)
  const rest = along.chain.slice(same(along.chain[place] as Step, at) ? place + 1 : place)
  if (rest.length === 0) return { fault: 'communityBorder', at: node }
  return {
    onto: at,
    gone: [inner.edge, along.edge, other.edge],
    come: [
      edgeOf([at, ...inner.chain.slice(1)], inner.left, inner.right),
      edgeOf([at, ...rest], along.left, along.right),
      edgeOf([at, ...passed.reverse(), ...other.chain.slice(1)], other.left, other.right),
    ],
  }
}

/** On which of the two borders, after which of its corners. */
function nearest(borders: readonly [Away, Away], to: Step): { on: number; place: number; at: Step } | null {
  let best = Infinity
  let found: { on: number; place: number; at: Step } | null = null
  borders.forEach(({ chain }, on) => {
    for (let i = 1; i < chain.length; i++) {
      const [a, b] = [chain[i - 1] as Step, chain[i] as Step]
      const at = project(to, a, b)
      const far = Math.hypot(at[0] - to[0], at[1] - to[1])
      if (far >= best || same(at, chain[0] as Step)) continue
      best = far
      // A corner that is passed or reached stays one of the border.
      found = { on, place: i, at }
      if (same(at, a)) found = { on, place: i - 1, at }
    }
  })
  return found
}

function project(p: Step, a: Step, b: Step): Step {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
  const at: Step = [Math.round(a[0] + share * dx), Math.round(a[1] + share * dy)]
  for (const corner of [a, b]) if (Math.hypot(corner[0] - at[0], corner[1] - at[1]) < SNAP_STEPS) return corner
  return at
}
