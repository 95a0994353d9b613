// Shows what the hand was drawn to: the line lit up, a ring at the place, and what it is in a word.
import type { Step } from '@/plan/mesh/step'
import type { Scale } from './MeshCanvas'
import { FONT, HALO } from './theme'
import type { ViewFrame } from './ViewCanvas'

export interface SnapMark {
  readonly at: Step
  readonly line: readonly Step[]
  readonly word: string
}

export const SNAPPED = '#a03fb0'

export function paintSnap({ context }: ViewFrame, scale: Scale, { at, line, word }: SnapMark): void {
  const [x, y] = scale.at(at)
  context.lineJoin = 'round'
  context.strokeStyle = SNAPPED
  context.globalAlpha = 0.45
  context.lineWidth = 4
  context.beginPath()
  scale.trace(line)
  context.stroke()
  context.globalAlpha = 1
  for (const [ink, width] of [['#fff', 5], [SNAPPED, 2.6]] as const) {
    context.beginPath()
    context.arc(x, y, 9, 0, 2 * Math.PI)
    context.strokeStyle = ink
    context.lineWidth = width
    context.stroke()
  }
  context.font = `600 13px ${FONT}`
  context.textAlign = 'left'
  context.strokeStyle = HALO
  context.lineWidth = 4
  context.strokeText(word, x + 14, y - 9)
  context.fillStyle = SNAPPED
  context.fillText(word, x + 14, y - 9)
}
