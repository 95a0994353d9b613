// Buildings that go to another grid take their cells along: the border follows the edges of the cells.
import { linesBetween, sitesOf } from './cells'
import { cut, type Piece } from './cut'
import { dealt, type Giver } from './deal'
import { edgesOf, meshBoxes, type Mesh, type Outcome } from './mesh'
import { locate } from './locate'
import { noded } from './noding'
import type { Box, Step } from './step'

export function giveCells(mesh: Mesh, grid: number, givers: ReadonlyMap<number, Giver>): Outcome {
  const [first] = givers.values()
  const at = first?.moving[0] ?? [0, 0]
  if (!first || !mesh.faces.has(grid)) return { fault: 'noBuilding', at }
  for (const { moving, staying } of givers.values()) if (staying.length === 0) return { fault: 'empties', at: moving[0] ?? at }
  const lines = [...givers].flatMap(([id, giver]) => linesIn(mesh, id, giver))
  return cut(mesh, new Set([grid, ...givers.keys()]), lines, (pieces: readonly Piece[]) => {
    const owners = dealt(pieces, grid, givers)
    return 'fault' in owners ? owners : { faces: mesh.faces, owner: (piece) => owners.get(piece) ?? piece.grid }
  })
}

/** Lines between cells as far as they run in the grid: beyond it they would cut grids that have other buildings. */
function linesIn(mesh: Mesh, grid: number, { moving, staying }: Giver): (readonly Step[])[] {
  const sites = sitesOf([...moving, ...staying])
  const edges = edgesOf(mesh, grid)
  const lines = linesBetween(sites, moving.map((_, i) => i), meshBoxes(mesh).get(grid) as Box)
  if (lines.length === 0) return []
  return noded(edges, lines).drawn.filter(({ a, b }) => locate([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], edges) > 0).map(({ a, b }) => [a, b])
}
