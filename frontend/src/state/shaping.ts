// The shape that is being made on the map: drawn anew, or one that there is being edited. One at a time; who asked for it is told what
// came of it.
import { computed, shallowRef } from 'vue'
import type { Position } from '@/api/types'
import type { DrawKind } from '@/map/draft'
import type { ShapeKey } from '@/map/ShapeTool'
import { deletedVertex, insertedVertex, movedVertex } from '@/shape/actions'
import { shapeFaultOf } from '@/shape/faults'
import { nearestEdge, nearestVertex } from '@/shape/nearest'
import { firstStep, nextStep, selectedIn, stepBack, type Steps } from '@/shape/steps'
import { sameAt, verticesOf, type Shape, type VertexAt } from '@/shape/vertices'
import { map, page } from './page'

interface Shaping {
  readonly kind: DrawKind
  /** null while it is drawn anew. */
  readonly steps: Steps | null
  readonly keep: (shape: Shape) => void
}

export const shaping = shallowRef<Shaping | null>(null)

export const shapeFault = computed(() => (shaping.value?.steps ? shapeFaultOf(shaping.value.steps.shape) : null))

export function drawShape(kind: DrawKind, keep: (shape: Shape) => void): void {
  cancelShape()
  shaping.value = { kind, steps: null, keep }
  page.drawing = { points: 0, fault: 'tooFewPoints' }
  map.value?.showShape(null)
  map.value?.startDrawing(kind)
}

/** The map has finished what {@link drawShape} asked for; false: nobody did. */
export function shapeDrawn(shape: Shape): boolean {
  const asked = shaping.value
  if (!asked || asked.steps) return false
  page.drawing = null
  shaping.value = null
  map.value?.showShape(shape)
  asked.keep(shape)
  return true
}

export function editShape(kind: DrawKind, shape: Shape, keep: (shape: Shape) => void): void {
  cancelShape()
  map.value?.editShape({
    onMove: (at, place) => edit((steps) => nextStep(steps, movedVertex(steps.shape, at, place), at)),
    onInsert: (at, place) => edit((steps) => inserted(steps, at, place)),
    onSelect: (at) => edit((steps) => selectedIn(steps, at)),
    onDelete: deletePoint,
    onKey: press,
  })
  shaping.value = { kind, steps: firstStep(shape), keep }
  tell()
}

export function finishShape(): void {
  const done = shaping.value
  if (!done) return
  if (!done.steps) return map.value?.finishDrawing()
  if (shapeFault.value) return
  shaping.value = null
  map.value?.showShape(done.steps.shape)
  done.keep(done.steps.shape)
}

export function cancelShape(): void {
  const left = shaping.value
  if (!left) return
  shaping.value = null
  if (left.steps) map.value?.showShape(null)
  else map.value?.cancelDrawing()
}

export function undoShape(): void {
  if (shaping.value?.steps) edit(stepBack)
  else map.value?.undoPoint()
}

/** Without saying which: the selected one. */
export function deletePoint(at: VertexAt | null = shaping.value?.steps?.selected ?? null): void {
  if (at) edit((steps) => nextStep(steps, deletedVertex(steps.shape, at), null))
}

function inserted(steps: Steps, side: VertexAt, place: Position): Steps {
  return nextStep(steps, insertedVertex(steps.shape, side, place), [...side.slice(0, -1), (side.at(-1) ?? 0) + 1])
}

function edit(change: (steps: Steps) => Steps): void {
  const { value } = shaping
  if (!value?.steps) return
  shaping.value = { ...value, steps: change(value.steps) }
  tell()
}

function tell(): void {
  const steps = shaping.value?.steps
  if (steps) map.value?.updateShape(steps.shape, steps.selected, shapeFault.value !== null)
}

/** The keyboard points with the cross in the middle of the map. */
function press(key: ShapeKey, cross: Position): void {
  const steps = shaping.value?.steps
  if (!steps) return
  switch (key) {
    case 'next':
      return walk(steps, 1, cross)
    case 'previous':
      return walk(steps, -1, cross)
    case 'set': {
      const at = steps.selected ?? nearestVertex(steps.shape, cross)?.at
      return edit((now) => (at ? nextStep(now, movedVertex(now.shape, at, cross), at) : now))
    }
    case 'insert': {
      const side = nearestEdge(steps.shape, cross)
      return edit((now) => (side ? inserted(now, side.at, cross) : now))
    }
    case 'delete':
      return deletePoint()
    case 'undo':
      return undoShape()
    case 'finish':
      return finishShape()
    case 'leave':
      return steps.selected ? edit((now) => selectedIn(now, null)) : cancelShape()
  }
}

/** To the next corner, which comes under the cross; from none to the nearest. */
function walk({ shape, selected }: Steps, by: 1 | -1, cross: Position): void {
  const vertices = verticesOf(shape)
  const here = selected ? vertices.findIndex(({ at }) => sameAt(at, selected)) : -1
  const next = here < 0 ? nearestVertex(shape, cross) : vertices[(here + by + vertices.length) % vertices.length]
  if (!next) return
  map.value?.panTo(next.place)
  edit((steps) => selectedIn(steps, next.at))
}
