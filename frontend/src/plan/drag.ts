// A hand on a border: what the grids on both sides would hold if it let go here.
import { recount, type Tally } from './count/tally'
import type { Drawing } from './drawing'
import type { Edge, FaultKind } from './mesh/mesh'
import { keyOf, type Step } from './mesh/step'
import { edgesAfter, faultOf, proposedEdgeMove, proposedMove, type Change } from './mesh/vertexEdits'
import { edgeOf, isBorder } from './mesh/mesh'
import type { Guides } from './snap/guides'
import { snapOf, type Snap } from './snap/snap'

export type Hold =
  | { readonly kind: 'vertex'; readonly at: Step }
  /** A side between two corners that follow one another in the edge, the second at `place`: a new corner comes there. */
  | { readonly kind: 'middle'; readonly edge: Edge; readonly place: number; readonly at: Step }
  | { readonly kind: 'edge'; readonly edge: Edge; readonly at: Step }

export interface Drag {
  readonly change: Change
  readonly after: ReadonlyMap<number, readonly Edge[]>
  readonly tally: Tally
  readonly fault: FaultKind | null
  /** What the hand was drawn to. */
  readonly snap: Snap | null
}

const NO_CHANGE: Change = { gone: [], come: [] }

export function dragTo({ mesh, tally }: Drawing, hold: Hold, to: Step): Drag {
  const proposal = proposalOf(mesh, hold, to)
  if ('fault' in proposal) return { change: NO_CHANGE, after: new Map(), tally, fault: proposal.fault, snap: null }
  const after = edgesAfter(mesh, proposal)
  const fault = faultOf(mesh, proposal)?.fault ?? null
  return { change: proposal, after, fault, snap: null, tally: fault ? tally : recount(tally, [...proposal.gone, ...proposal.come], after) }
}

/** Drawn to what is within `reach` steps of the hand, if a border can stay there; else where the hand is. */
export function dragSnapping(drawing: Drawing, guides: Guides, hold: Hold, to: Step, reach: number): Drag {
  const snap = snapOf(guides, drawing.mesh, hold, to, reach)
  if (snap) {
    const drag = dragTo(drawing, hold, snap.at)
    if (drag.fault === null) return { ...drag, snap: { ...snap, at: drag.change.onto ?? snap.at } }
  }
  return dragTo(drawing, hold, to)
}

function proposalOf(mesh: Drawing['mesh'], hold: Hold, to: Step) {
  if (hold.kind === 'vertex') return proposedMove(mesh, hold.at, to)
  if (isBorder(mesh, hold.edge)) return { fault: 'communityBorder', at: hold.at } as const
  if (hold.kind === 'edge') return proposedEdgeMove(mesh, hold.edge, to[0] - hold.at[0], to[1] - hold.at[1])
  const { chain, left, right } = hold.edge
  return { gone: [hold.edge], come: [edgeOf([...chain.slice(0, hold.place), to, ...chain.slice(hold.place)], left, right)] }
}

/** Whether two holds are the same corner. */
export const isVertex = (hold: Hold | null, at: Step): boolean => hold?.kind === 'vertex' && keyOf(hold.at) === keyOf(at)
