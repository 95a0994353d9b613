// What one draws: the mesh, what is said of each grid, and what each holds. Pure: an edit answers another drawing, the one before is the undo.
import type { Band } from '@/api/types'
import type { PlanBuildings, PlanDocument, PlanGrid, PlanGround } from '@/api/plans'
import { stockOf, tallyAfter, tallyOf, type Stock, type Sum, type Tally } from './count/tally'
import type { FaultKind, Mesh, Outcome } from './mesh/mesh'
import { areaOf, meshOf } from './mesh/read'
import type { Step } from './mesh/step'

/** Ids of grids that the register does not have yet begin here. */
export const FIRST_NEW = 1e15

export type SaidOfGrid = Omit<PlanGrid, 'geometry'>

export interface Drawing {
  readonly mesh: Mesh
  readonly said: ReadonlyMap<number, SaidOfGrid>
  readonly tally: Tally
}

export type Drawn = { readonly drawing: Drawing } | { readonly fault: FaultKind; readonly at: Step }

export const drawingOf = (document: PlanDocument, columns: PlanBuildings): Drawing => drawingOver(document, stockOf(columns))

/** Over buildings that are known already. */
export function drawingOver(document: PlanDocument, stock: Stock): Drawing {
  const mesh = meshOf(document.grids)
  const said = new Map(document.grids.map(({ id, community, name, kind, setting, locked, team }) => [id, { id, community, name, kind, setting, ...(locked ? { locked } : {}), ...(team ? { team } : {}) }]))
  return { mesh, said, tally: tallyOf(stock, mesh) }
}

export function documentOf({ mesh, said }: Drawing, name: string): PlanDocument {
  return { name, grids: [...said.values()].map((each) => ({ ...each, geometry: areaOf(mesh, each.id) })) }
}

/** The drawing after an edit of its mesh. A grid that is new takes after `like`, under a name of its own. */
export function after(drawing: Drawing, outcome: Outcome, like: number, newName: (n: number) => string): Drawn {
  if ('fault' in outcome) return outcome
  const { mesh } = outcome
  const said = new Map([...drawing.said].filter(([id]) => mesh.faces.has(id)))
  const parent = drawing.said.get(like)
  for (const id of mesh.faces.keys()) {
    if (said.has(id) || !parent) continue
    const names = new Set([...said.values()].map(({ name }) => name))
    let n = 1
    while (names.has(newName(n))) n++
    said.set(id, { id, community: parent.community, name: newName(n), kind: parent.kind, setting: parent.setting })
  }
  return { drawing: { mesh, said, tally: tallyAfter(drawing.tally, drawing.mesh, mesh) } }
}

export function saying(drawing: Drawing, id: number, change: Partial<SaidOfGrid>): Drawing {
  const before = drawing.said.get(id)
  return before ? { ...drawing, said: new Map(drawing.said).set(id, { ...before, ...change }) } : drawing
}

export const freshId = ({ said }: Drawing): number => Math.max(FIRST_NEW - 1, ...said.keys()) + 1

type Community = PlanGround['communities'][number]

const communities = new WeakMap<PlanGround, ReadonlyMap<string, Community>>()

/** Asked for every grid of a city. */
function communityIn(ground: PlanGround, code: string | undefined): Community | undefined {
  const known = communities.get(ground) ?? new Map(ground.communities.map((each) => [each.code, each]))
  communities.set(ground, known)
  return known.get(code ?? '')
}

/** Without the name of its community, which stands beside it. */
export function shortName({ said }: Drawing, ground: PlanGround, id: number): string {
  const grid = said.get(id)
  const name = grid?.name ?? ''
  const community = communityIn(ground, grid?.community)?.name ?? ''
  return community !== '' && name.startsWith(community) && name.length > community.length ? name.slice(community.length) : name
}

export const lockedOf = ({ said }: Drawing): Set<number> => new Set([...said.values()].filter(({ locked }) => locked).map(({ id }) => id))

export type Verdict = 'below' | 'within' | 'above' | 'unset'

/** A dedicated grid is as large as its campus or mall. */
export function bandOf({ said }: Drawing, ground: PlanGround, id: number): Band | null {
  const grid = said.get(id)
  if (grid?.kind === 'DEDICATED') return null
  const community = communityIn(ground, grid?.community)
  return (grid?.setting === 'RURAL' ? community?.rural : community?.urban) ?? null
}

export function verdictOf(band: Band | null, sum: Sum | undefined): Verdict {
  if (!band || !sum) return 'unset'
  if (sum.load < band.low) return 'below'
  return sum.load > band.high ? 'above' : 'within'
}
