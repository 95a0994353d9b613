// What draws a hand to it while a line is drawn.
import type L from 'leaflet'
import { stepOf } from '@/plan/mesh/step'
import type { SnapMark } from './paintSnap'

/** CSS pixels around the hand in which a road or a wall draws it to it. */
export const SNAP_PIXELS = 10

export interface Pull extends SnapMark {
  /** Which line it is. */
  readonly lineId: number
}

/** The place meant by a hand there; null: none within `reach` steps. */
export type Magnet = (hand: SnapMark['at'], reach: number) => Pull | null

/** Steps eastwards in a CSS pixel of the map as it is. */
export const stepsInPixel = (map: L.Map): number => stepOf([360, 0])[0] / (256 * 2 ** map.getZoom())
