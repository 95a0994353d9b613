// Where a hand that is near to a road or a wall means to be.
import type { Hold } from '@/plan/drag'
import type { Mesh } from '@/plan/mesh/mesh'
import { landing, maySlide, SNAP_STEPS } from '@/plan/mesh/slide'
import type { Step } from '@/plan/mesh/step'
import type { GuideKind, Guides } from './guides'
import type { Found } from './sideIndex'

export type Snap = Found<GuideKind>

/** Steps. Where the reach is wider than some thirty metres a wall cannot be meant, and beyond a hundred nothing can. */
const REACH_OF_BUILDINGS = 30_000
const MOST_REACH = 100_000

/** Whether a hand that sees `reach` steps as near can mean a line of the kind. */
export const mayMean = (kind: GuideKind, reach: number): boolean => reach > 0 && reach <= (kind === 'building' ? REACH_OF_BUILDINGS : MOST_REACH)

/** null: nothing within `reach` steps. A border moved as a whole has no place that could be meant. */
export function snapOf(guides: Guides, mesh: Mesh, hold: Hold, to: Step, reach: number): Snap | null {
  if (hold.kind === 'edge' || !mayMean('community', reach)) return null
  // An end that slides stays on the border of its community: it stops at corners there, and where roads, cut at that border, end.
  if (hold.kind === 'vertex' && maySlide(mesh, hold.at)) return guides.nearest(to, reach, (_, corner) => corner !== null && landsOn(mesh, hold.at, corner))
  // Any other corner on that border would be refused as too near to it.
  return guides.nearest(to, reach, (kind) => kind !== 'community' && mayMean(kind, reach))
}

function landsOn(mesh: Mesh, node: Step, corner: Step): boolean {
  const at = landing(mesh, node, corner)
  return at !== null && Math.hypot(at[0] - corner[0], at[1] - corner[1]) <= SNAP_STEPS
}
