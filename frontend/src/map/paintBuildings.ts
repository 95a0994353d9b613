// Paints buildings by what is known of them: colour of the dominant state, its pattern from the zoom at which it can be seen.
import { canvasPattern } from '@/occupancy/pattern'
import { BUILDING_WITHOUT_UNITS, OCCUPANCY_OF_STATE, STATE_STYLE, type BuildingState } from '@/occupancy/states'
import { inChunks } from './path'
import type { Painter, PaintFrame } from './VectorTiles'
import { numberOf, textOf, type TileFeature } from './tile'

const PATTERN_FROM_ZOOM = 16
const SHADOW_FROM_ZOOM = 16

/** Occupied last but one, vacant on top: the rare is never covered by the common. */
const ORDER: readonly BuildingState[] = ['none', 'occupied', 'unlinked', 'unvisited', 'vacant']

export const paintBuildings: Painter = (frame) => {
  const { context, tile, scale, zoom, pixelRatio } = frame
  const features = tile.get('buildings') ?? []
  context.lineJoin = 'round'
  if (zoom >= SHADOW_FROM_ZOOM) paintShadows(frame, features)
  for (const state of ORDER) {
    const own = features.filter((feature) => stateOf(feature) === state)
    if (own.length === 0) continue
    const style = state === 'none' ? BUILDING_WITHOUT_UNITS : STATE_STYLE[OCCUPANCY_OF_STATE[state]]
    if (state === 'vacant') paintVacant(frame, own)
    else {
      context.fillStyle = style.fill
      inChunks(context, own, scale, () => context.fill('evenodd'))
    }
    if (state !== 'none' && zoom >= PATTERN_FROM_ZOOM) {
      const pattern = canvasPattern(context, OCCUPANCY_OF_STATE[state], pixelRatio)
      if (pattern) {
        // The square was drawn in device pixels; the context counts in CSS pixels.
        pattern.setTransform(new DOMMatrix().scale(1 / pixelRatio))
        context.fillStyle = pattern
        inChunks(context, own, scale, () => context.fill('evenodd'))
      }
    }
    if (zoom >= 15) {
      context.strokeStyle = style.ink
      context.lineWidth = zoom >= 17 ? 1 : 0.6
      context.globalAlpha = zoom >= 17 ? 0.85 : 0.6
      inChunks(context, own, scale, () => context.stroke())
      context.globalAlpha = 1
    }
  }
}

export function stateOf(feature: TileFeature): BuildingState {
  const state = textOf(feature, 'state')
  return (ORDER as readonly string[]).includes(state) ? (state as BuildingState) : 'none'
}

/** Three depths by the share of vacant units: one empty flat in a tower is not an empty block. */
function paintVacant({ context, scale }: PaintFrame, features: readonly TileFeature[]): void {
  const { fill, tint } = STATE_STYLE.VERIFIED_VACANT
  for (const [from, to, depth] of [[0, 0.06, 0.4], [0.06, 0.2, 0.7], [0.2, Infinity, 1]] as const) {
    const own = features.filter((feature) => {
      const share = vacantShare(feature)
      return share >= from && share < to
    })
    for (const [colour, opacity] of [[tint, 1], [fill, depth]] as const) {
      context.fillStyle = colour
      context.globalAlpha = opacity
      inChunks(context, own, scale, () => context.fill('evenodd'))
    }
    context.globalAlpha = 1
  }
}

export function vacantShare(feature: TileFeature): number {
  const vacant = numberOf(feature, 'vacant')
  const all = vacant + numberOf(feature, 'occupied') + numberOf(feature, 'unlinked') + numberOf(feature, 'unvisited')
  return all === 0 ? 0 : vacant / all
}

/** A short shadow that grows with the floors, in three steps: enough to tell a tower from a shed. */
function paintShadows({ context, scale, zoom }: PaintFrame, features: readonly TileFeature[]): void {
  const unit = zoom >= 18 ? 2 : zoom >= 17 ? 1.4 : 1
  context.fillStyle = 'rgba(74, 63, 48, 0.16)'
  for (const [from, to, length] of [[0, 3, 1], [4, 9, 2], [10, Infinity, 3.2]] as const) {
    const own = features.filter((feature) => {
      const floors = numberOf(feature, 'floors')
      return floors >= from && floors <= to
    })
    const reach = length * unit
    inChunks(context, own, scale, () => context.fill('evenodd'), { dx: reach * 0.8, dy: reach })
  }
}
