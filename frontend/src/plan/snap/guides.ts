// What of the ground a corner can be snapped to: roads, water, walls of compounds, borders of communities, outlines of buildings.
import type { PlanGround } from '@/api/plans'
import { partsOf } from '@/plan/mesh/read'
import { sideIndex, type Line, type SideIndex } from './sideIndex'

export type GuideKind = 'road' | 'water' | 'compound' | 'community' | 'building'

export type Guides = SideIndex<GuideKind>

const KINDS = { ROAD: 'road', WATER: 'water', COMPOUND: 'compound' } as const

const known = new WeakMap<PlanGround, Guides>()

/** Corners that are taken in at once: a community has fewer. */
const AT_ONCE = 20_000
/** Milliseconds for a piece of what a district has more of. */
const PIECE = 6

/** Made once for a ground, as it does not change while one draws; in pieces, so that no hand waits. What is not in yet draws nothing to it. */
export function guidesOf(ground: PlanGround): Guides {
  const there = known.get(ground)
  if (there) return there
  const made = sideIndex<GuideKind>([])
  known.set(ground, made)
  const lines = linesOf(ground)
  let corners = 0
  takeIn(made, lines, ({ places }) => (corners += places.length) > AT_ONCE)
  return made
}

function takeIn(guides: Guides, lines: Iterator<Line<GuideKind>>, isEnough: (taken: Line<GuideKind>) => boolean): void {
  for (let next = lines.next(); !next.done; next = lines.next()) {
    guides.add(next.value)
    if (!isEnough(next.value)) continue
    setTimeout(() => {
      const end = performance.now() + PIECE
      takeIn(guides, lines, () => performance.now() > end)
    })
    return
  }
}

/** Where corners lie upon one another the first says what it is: the larger things go first. */
function* linesOf({ communities, lines, buildings }: PlanGround): Generator<Line<GuideKind>, void> {
  for (const { kind, geometry } of lines) {
    const parts = geometry.type === 'MultiLineString' ? geometry.coordinates : partsOf(geometry).flat()
    for (const places of parts) yield { kind: KINDS[kind], places }
  }
  for (const { geometry } of communities) for (const places of partsOf(geometry).flat()) yield { kind: 'community', places }
  for (const { footprint } of buildings) for (const places of partsOf(footprint).flat()) yield { kind: 'building', places }
}
