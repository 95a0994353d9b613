// How good a drawing is, in few figures, to be set beside those of another.
import type { PlanGround } from '@/api/plans'
import { sumOf } from './count/tally'
import { bandOf, verdictOf, type Drawing } from './drawing'
import { edgesOf, twiceArea, type Edge } from './mesh/mesh'
import type { Step } from './mesh/step'

export interface Score {
  readonly grids: number
  readonly outOfBand: number
  readonly least: number
  readonly most: number
  /** Mean of 4π·area/outline²: 1 for a circle. */
  readonly compactness: number
  readonly movedHouseholds: number
  readonly unassigned: number
}

export function scoreOf(drawing: Drawing, ground: PlanGround): Score {
  const { mesh, tally } = drawing
  const ids = [...mesh.faces.keys()]
  const loads = ids.map((id) => tally.sums.get(id)?.load ?? 0)
  const outOfBand = ids.filter((id) => ['below', 'above'].includes(verdictOf(bandOf(drawing, ground, id), tally.sums.get(id)))).length
  const { columns } = tally.stock
  const moved = new Set(tally.holder.elsewhere(columns.buildings.grid))
  const round = ids.map((id) => roundness(drawing, id))
  return {
    grids: ids.length,
    outOfBand,
    least: loads.length === 0 ? 0 : Math.min(...loads),
    most: Math.max(0, ...loads),
    compactness: round.reduce((sum, each) => sum + each, 0) / Math.max(1, round.length),
    movedHouseholds: sumOf(tally.stock, moved).households,
    unassigned: tally.stock.places.length - ids.reduce((sum, id) => sum + (tally.sums.get(id)?.buildings ?? 0), 0),
  }
}

/** By the borders of a grid, which an edit elsewhere leaves the same. */
const known = new WeakMap<readonly Edge[], number>()

function roundness({ mesh }: Drawing, id: number): number {
  const edges = edgesOf(mesh, id)
  const kept = known.get(edges)
  if (kept !== undefined) return kept
  const made = roundnessOf(edges, id)
  known.set(edges, made)
  return made
}

function roundnessOf(edges: readonly Edge[], id: number): number {
  const [first] = edges
  if (!first) return 0
  const narrow = Math.cos((((first.chain[0] as Step)[1] / 1e8) * Math.PI) / 180)
  let outline = 0
  for (const { chain } of edges) for (let i = 1; i < chain.length; i++) outline += Math.hypot(((chain[i] as Step)[0] - (chain[i - 1] as Step)[0]) * narrow, (chain[i] as Step)[1] - (chain[i - 1] as Step)[1])
  return outline === 0 ? 0 : (4 * Math.PI * (twiceArea(edges, id) / 2) * narrow) / (outline * outline)
}
