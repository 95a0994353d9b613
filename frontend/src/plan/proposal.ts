// Grids that somebody else drew, the service or a file, in place of those of the drawing.
import type { Area } from '@/api/types'
import { tallyOf } from './count/tally'
import { freshId, type Drawing, type SaidOfGrid } from './drawing'
import { areaOf, meshOf } from './mesh/read'

export interface Proposed {
  /** null: a grid the register does not have. */
  readonly id: number | null
  readonly community: string
  readonly geometry: Area
  readonly name?: string
}

/** All grids of the communities proposed for; what is said of a grid that stays is kept. */
export function takeOver(drawing: Drawing, proposed: readonly Proposed[], newName: (n: number) => string): Drawing {
  const communities = new Set(proposed.map(({ community }) => community))
  const kept = [...drawing.said.values()].filter(({ community }) => !communities.has(community))
  const said = new Map(kept.map((each) => [each.id, each]))
  const geometries = new Map(kept.map(({ id }) => [id, areaOf(drawing.mesh, id)]))
  let next = freshId(drawing)
  let n = 1
  for (const { id, community, geometry, name } of proposed) {
    const own = id ?? next++
    const before = drawing.said.get(own)
    const like = [...drawing.said.values()].find((each) => each.community === community)
    const fresh: SaidOfGrid = { id: own, community, name: name ?? newName(n), kind: 'BASIC', setting: like?.setting ?? 'URBAN' }
    if (!before && !name) n++
    said.set(own, before ?? fresh)
    geometries.set(own, geometry)
  }
  const mesh = meshOf([...said.values()].flatMap(({ id, community }) => {
    const geometry = geometries.get(id)
    return geometry ? [{ id, community, geometry }] : []
  }))
  return { mesh, said, tally: tallyOf(drawing.tally.stock, mesh) }
}
