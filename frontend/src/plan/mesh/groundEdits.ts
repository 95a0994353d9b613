// Edits that give ground to another grid: split, merge, carve.
import { cut, type Piece } from './cut'
import { communityOf, edgesOf, indexOf, meshBoxes, withEdges, type Face, type Mesh, type Outcome } from './mesh'
import { polygonsOf, side } from './rings'
import { boxOf, meets, same, type Step } from './step'
import { edgesFrom, segmentsOf } from './wires'

/** The largest piece stays the grid; the others get `firstNew` and the numbers after it, from the west. */
export function split(mesh: Mesh, grid: number, line: readonly Step[], firstNew: number): Outcome {
  const [start] = line
  const face = mesh.faces.get(grid)
  if (!face || !start) return { fault: 'outside', at: start ?? [0, 0] }
  const parts = polygonsOf(edgesOf(mesh, grid), grid).length
  return cut(mesh, new Set([grid]), [line], (pieces) => {
    if (pieces.length <= parts) return { fault: 'doesNotDivide', at: start }
    const [largest, ...rest] = [...pieces].sort((a, b) => b.area - a.area)
    const others = rest.sort((a, b) => a.west - b.west)
    const faces = new Map(mesh.faces)
    others.forEach((_, i) => faces.set(firstNew + i, { id: firstNew + i, community: face.community, read: null }))
    return { faces, owner: (piece) => (piece === largest ? grid : firstNew + others.indexOf(piece)) }
  })
}

/** The ground of `gone` goes to `grid`. */
export function merge(mesh: Mesh, grid: number, gone: number): Outcome {
  const at = edgesOf(mesh, gone)[0]?.chain[0] ?? [0, 0]
  if (communityOf(mesh, grid) !== communityOf(mesh, gone)) return { fault: 'otherCommunity', at }
  if (!edgesOf(mesh, gone).some(({ left, right }) => left === grid || right === grid)) return { fault: 'notNeighbours', at }
  const away = new Set([...edgesOf(mesh, gone), ...edgesOf(mesh, grid)])
  const to = (id: number): number => (id === gone ? grid : id)
  const segments = segmentsOf(away).map(({ a, b, left, right }) => ({ a, b, left: to(left), right: to(right) }))
  const { atNode } = indexOf(mesh)
  const come = edgesFrom(segments, (key) => (atNode.get(key) ?? []).some((edge) => !away.has(edge)))
  const faces = new Map(mesh.faces)
  faces.delete(gone)
  return { mesh: withEdges(mesh, away, come, faces) }
}

/** An area to a grid of the mesh, or to a new one. Ground of other communities and of grids in `locked` stays. */
export function carve(mesh: Mesh, area: readonly Step[], grid: number, community: string, locked: ReadonlySet<number> = new Set()): Outcome {
  const at = area[0] ?? [0, 0]
  const ring = same(at, area.at(-1) ?? at) && area.length > 1 ? area : [...area, at]
  const reach = boxOf(ring)
  const open = new Set([...meshBoxes(mesh)].filter(([id, box]) => meets(box, reach) && communityOf(mesh, id) === community && !locked.has(id)).map(([id]) => id))
  const taker = mesh.faces.get(grid)
  if (taker) open.add(grid)
  return cut(mesh, open, [ring], (pieces) => {
    const isTaken = (piece: Piece): boolean => piece.grid === grid || side(piece.inside, ring) > 0
    if (!pieces.some((piece) => piece.grid !== grid && isTaken(piece))) return { fault: 'outside', at }
    const left = new Set(pieces.filter((piece) => !isTaken(piece)).map((piece) => piece.grid))
    if ([...open].some((id) => id !== grid && !left.has(id))) return { fault: 'swallows', at }
    const faces = new Map<number, Face>(mesh.faces)
    if (!taker) faces.set(grid, { id: grid, community, read: null })
    return { faces, owner: (piece) => (isTaken(piece) ? grid : piece.grid) }
  })
}
