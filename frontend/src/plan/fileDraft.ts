// Polygons of a file as a draft: each goes to the grid of its name, else to a new one.
import type { DraftFile } from '@/api/plans'
import type { Area } from '@/api/types'
import type { Drawing } from './drawing'
import { communityOf } from './mesh/mesh'
import { faceAt } from './mesh/locate'
import { partsOf } from './mesh/read'
import { stepOf, type Step } from './mesh/step'
import type { Proposed } from './proposal'

/** null: one of them lies in no community of the plan. */
export function draftOf(polygons: DraftFile['polygons'], drawing: Drawing): Proposed[] | null {
  const byName = new Map([...drawing.said.values()].map(({ id, name }) => [name ?? '', id]))
  const taken = new Set<number>()
  const proposed: Proposed[] = []
  for (const { name, geometry } of polygons) {
    const community = communityOf(drawing.mesh, faceAt(drawing.mesh, middleOf(geometry)))
    if (community === '') return null
    const own = byName.get(name ?? '')
    const id = own !== undefined && !taken.has(own) && drawing.said.get(own)?.community === community ? own : null
    if (id !== null) taken.add(id)
    proposed.push({ id, community, geometry, ...(name ? { name } : {}) })
  }
  return proposed
}

/** Half way up, in the widest stretch of the outer ring. */
function middleOf(area: Area): Step {
  const ring = (partsOf(area)[0]?.[0] ?? []).map(stepOf)
  const levels = ring.map(([, y]) => y)
  const level = (Math.min(...levels) + Math.max(...levels)) / 2 + 0.5
  const crossings: number[] = []
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Step, ring[i] as Step]
    if (ay > level !== by > level) crossings.push(ax + ((level - ay) / (by - ay)) * (bx - ax))
  }
  crossings.sort((a, b) => a - b)
  return [((crossings[0] ?? 0) + (crossings[1] ?? 0)) / 2, level]
}
