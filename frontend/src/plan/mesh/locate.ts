// Which grid has a place: exact, and on a shared border the smallest id, as in the register.
import { edgesOf, meshBoxes, type Edge, type Mesh } from './mesh'
import { crossing } from './rings'
import { meets, type Step } from './step'

/** 1 inside, 0 on its border, -1 outside. */
export function locate(place: Step, edges: readonly Edge[]): -1 | 0 | 1 {
  const [x, y] = place
  let inside = false
  for (const { chain, box, left, right } of edges) {
    if (left === right || y < box.south || y > box.north || x > box.east) continue
    for (let i = 1; i < chain.length; i++) {
      const met = crossing(place, chain[i - 1] as Step, chain[i] as Step)
      if (met === 0) return 0
      if (met > 0) inside = !inside
    }
  }
  return inside ? 1 : -1
}

/** 0: none of them. `ids` ascending. */
export function holderOf(place: Step, ids: readonly number[], edgesOfFace: (id: number) => readonly Edge[]): number {
  return ids.find((id) => locate(place, edgesOfFace(id)) >= 0) ?? 0
}

/** Of all grids of a mesh. */
export function faceAt(mesh: Mesh, place: Step): number {
  const [x, y] = place
  const here = { west: x, east: x, south: y, north: y }
  const near = [...meshBoxes(mesh)].filter(([, box]) => meets(box, here)).map(([id]) => id)
  return holderOf(place, near.sort((a, b) => a - b), (id) => edgesOf(mesh, id))
}
