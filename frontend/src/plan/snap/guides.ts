// What of the ground a corner can be snapped to: roads, water, walls of compounds, borders of communities, outlines of buildings.
import type { PlanGround } from '@/api/plans'
import { partsOf } from '@/plan/mesh/read'
import { sideIndex, type Line, type SideIndex } from './sideIndex'

export type GuideKind = 'road' | 'water' | 'compound' | 'community' | 'building'

export type Guides = SideIndex<GuideKind>

const KINDS = { ROAD: 'road', WATER: 'water', COMPOUND: 'compound' } as const

const known = new WeakMap<PlanGround, Guides>()

/** Made once for a ground: it does not change while one draws. */
export function guidesOf(ground: PlanGround): Guides {
  const there = known.get(ground)
  if (there) return there
  const made = sideIndex(linesOf(ground))
  known.set(ground, made)
  return made
}

/** Where corners lie upon one another the first says what it is: the larger things go first. */
function linesOf({ communities, lines, buildings }: PlanGround): Line<GuideKind>[] {
  const guides: Line<GuideKind>[] = []
  for (const { kind, geometry } of lines) {
    const parts = geometry.type === 'MultiLineString' ? geometry.coordinates : partsOf(geometry).flat()
    for (const places of parts) guides.push({ kind: KINDS[kind], places })
  }
  for (const { geometry } of communities) for (const places of partsOf(geometry).flat()) guides.push({ kind: 'community', places })
  for (const { footprint } of buildings) for (const places of partsOf(footprint).flat()) guides.push({ kind: 'building', places })
  return guides
}
