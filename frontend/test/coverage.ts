// Whether a mesh is one: apart from the meshes themselves, which journeys try too, and those do not run in Vitest.
import { expect } from 'vitest'
import { edgesOf, OUTSIDE, type Mesh } from '@/plan/mesh/mesh'
import { areaOfEdges, partsOf } from '@/plan/mesh/read'
import { keyOf, stepOf, type Step } from '@/plan/mesh/step'

/** Every side is there once, between two grids that are, and polygons traced from the edges lie side by side. */
export const isCoverage = (mesh: Mesh): void => {
  const sides = new Map<string, number>()
  for (const { chain, left, right } of mesh.edges) {
    if (left === right) throw new Error('an edge within a grid')
    if (![left, right].every((id) => id === OUTSIDE || mesh.faces.has(id))) throw new Error(`an edge names a grid that is gone: ${left}, ${right}`)
    for (let i = 1; i < chain.length; i++) {
      const key = [keyOf(chain[i - 1] as Step), keyOf(chain[i] as Step)].sort().join('|')
      sides.set(key, (sides.get(key) ?? 0) + 1)
    }
    if (!chain.flat().every(Number.isInteger)) throw new Error('off the lattice')
  }
  expect([...sides.values()].every((count) => count === 1)).toBe(true)
  // Traced polygons bring every inner side twice, once each way, and the outer ones once.
  const ways = new Set<string>()
  for (const id of mesh.faces.keys()) {
    for (const ring of partsOf(areaOfEdges(edgesOf(mesh, id), id)).flat()) {
      const steps = ring.map(stepOf)
      for (let i = 1; i < steps.length; i++) {
        const way = `${keyOf(steps[i - 1] as Step)}>${keyOf(steps[i] as Step)}`
        if (ways.has(way)) throw new Error('two grids on one side')
        ways.add(way)
      }
    }
  }
  const inner = mesh.edges.filter(({ left, right }) => left !== OUTSIDE && right !== OUTSIDE).reduce((sum, { chain }) => sum + chain.length - 1, 0)
  const outer = mesh.edges.filter(({ left, right }) => left === OUTSIDE || right === OUTSIDE).reduce((sum, { chain }) => sum + chain.length - 1, 0)
  expect(ways.size).toBe(2 * inner + outer)
}
