// A shape and how it came about: to take a step back is to take the one before. Pure.
import type { Shape, VertexAt } from './vertices'

export interface Steps {
  readonly shape: Shape
  readonly selected: VertexAt | null
  readonly before: Steps | null
}

export function firstStep(shape: Shape): Steps {
  return { shape, selected: null, before: null }
}

/** What changes nothing is no step. */
export function nextStep(steps: Steps, shape: Shape, selected: VertexAt | null = steps.selected): Steps {
  return JSON.stringify(shape) === JSON.stringify(steps.shape) ? { ...steps, selected } : { shape, selected, before: steps }
}

export function selectedIn(steps: Steps, selected: VertexAt | null): Steps {
  return { ...steps, selected }
}

export function stepBack(steps: Steps): Steps {
  return steps.before ?? steps
}
