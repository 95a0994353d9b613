// The hand with the brush: nothing is drawn before it is lifted, then all it went over is one edit.
import { give, setTool } from './edits'
import type { Step } from './mesh/step'
import { editing, open, stroke, type LassoOf } from './open'
import { buildingsAt } from './paint'
import { strokeOf, swept } from './stroke'

/** A brush paints this far around its way, in CSS pixels, and close by at least half as far as a house is deep, in steps of latitude (4 m). */
const REACH_PIXELS = 14
const REACH_STEPS = 3600

export function beginStroke(): void {
  const now = open.value
  if (now && editing.grid !== null) stroke.value = strokeOf(now.drawing, editing.grid)
  editing.refusal = ''
}

export function sweep(from: Step, to: Step, perPixel: number): void {
  if (stroke.value) stroke.value = swept(stroke.value, from, to, Math.max(REACH_PIXELS * perPixel, REACH_STEPS))
}

/** `at`: it did not move, so the building whose cell that is, however far its middle. */
export function lift(at: Step | null): void {
  const done = stroke.value
  stroke.value = null
  // What was undone or picked meanwhile by a key is no longer what was painted on.
  if (!done || done.drawing !== open.value?.drawing || done.grid !== editing.grid) return
  give(at ? buildingsAt(done.drawing, at) : done.touched)
}

/** In one go, as the keyboard does it. */
export function paintAt(place: Step): void {
  beginStroke()
  lift(place)
}

export function lassoFor(what: LassoOf): void {
  editing.lassoOf = what
  setTool('lasso')
}
