// A mesh of the polygons of a plan's document, and back. Polygons that no edit touched come back as they were read.
import type { Position as Place } from 'geojson'
import type { Area } from '@/api/types'
import { edgesOf, OUTSIDE, sweep, type Edge, type Face, type Mesh } from './mesh'
import { polygonsOf } from './rings'
import { degreesOf, same, stepOf, type Step } from './step'
import { edgesFrom, type Segment } from './wires'

export interface DrawnArea {
  readonly id: number
  readonly community: string
  readonly geometry: Area
}

export function meshOf(grids: readonly DrawnArea[]): Mesh {
  const faces = new Map<number, Face>()
  const sides = new Map<string, { a: Step; b: Step; left: number; right: number }>()
  for (const { id, community, geometry } of grids) {
    faces.set(id, { id, community, read: geometry })
    for (const polygon of partsOf(geometry)) polygon.forEach((ring, n) => addRing(sides, ringOf(ring, n === 0), id))
  }
  const segments: Segment[] = [...sides.values()]
  return { faces, edges: edgesFrom(segments, () => false) }
}

export const partsOf = (area: Area): Place[][][] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates)

/** Shells turn left and holes right, so that the grid lies to the left of both. */
function ringOf(ring: readonly Place[], isShell: boolean): Step[] {
  const steps: Step[] = []
  for (const place of ring) {
    const step = stepOf(place)
    const before = steps.at(-1)
    if (!before || !same(before, step)) steps.push(step)
  }
  const turnsLeft = sweep(steps, steps[0] as Step) > 0
  return turnsLeft === isShell ? steps : steps.reverse()
}

function addRing(sides: Map<string, { a: Step; b: Step; left: number; right: number }>, ring: readonly Step[], id: number): void {
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1] as Step, ring[i] as Step]
    const forward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1])
    const [a, b] = forward ? [from, to] : [to, from]
    const key = `${a[0]},${a[1]},${b[0]},${b[1]}`
    let side = sides.get(key)
    if (!side) sides.set(key, (side = { a, b, left: OUTSIDE, right: OUTSIDE }))
    // Of two that claim one side the first stays; the service tells of the overlap.
    if (forward) side.left ||= id
    else side.right ||= id
  }
}

export function areaOf(mesh: Mesh, face: number): Area {
  return mesh.faces.get(face)?.read ?? areaOfEdges(edgesOf(mesh, face), face)
}

export function areaOfEdges(edges: readonly Edge[], face: number): Area {
  const polygons = polygonsOf(edges, face).map((rings) => rings.map((ring) => ring.map(degreesOf)))
  return { type: 'MultiPolygon', coordinates: polygons }
}
