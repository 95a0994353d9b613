import { describe, expect, it } from 'vitest'
import { areaOf, areaOfEdges, meshOf, partsOf } from '@/plan/mesh/read'
import { carve, merge, split } from '@/plan/mesh/groundEdits'
import { edgesOf, endsOf, indexOf, isBorder, meshBoxes, twiceArea, type Mesh, type Outcome } from '@/plan/mesh/mesh'
import { maySlide } from '@/plan/mesh/slide'
import { keyOf, stepOf, type Step } from '@/plan/mesh/step'
import { deleteVertex, insertVertex, moveEdge, moveVertex } from '@/plan/mesh/vertexEdits'
import { isCoverage } from './coverage'
import { chance, checkered, FIRST } from './meshes'

const wholeArea = (mesh: Mesh): number => [...mesh.faces.keys()].reduce((sum, id) => sum + twiceArea(edgesOf(mesh, id), id), 0)

function randomEdit(mesh: Mesh, random: () => number, fresh: number): Outcome {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const by = (most: number): number => Math.round((random() * 2 - 1) * most)
  const inner = mesh.edges.filter((edge) => !isBorder(mesh, edge))
  const edge = pick(inner)
  const at = 1 + Math.floor(random() * (edge.chain.length - 1))
  const [a, b] = [edge.chain[at - 1] as Step, edge.chain[at] as Step]
  const ids = [...mesh.faces.keys()]
  const grid = pick(ids)
  const corner = pick(pick(edgesOf(mesh, grid)).chain)
  const near = (most: number): Step => [corner[0] + by(most), corner[1] + by(most)]
  switch (Math.floor(random() * 8)) {
    case 0:
      return moveVertex(mesh, a, [a[0] + by(4000), a[1] + by(4000)])
    case 1:
      return insertVertex(mesh, a, b, [Math.round((a[0] + b[0]) / 2) + by(800), Math.round((a[1] + b[1]) / 2) + by(800)])
    case 2:
      return deleteVertex(mesh, a)
    case 3:
      return moveEdge(mesh, edge, by(2500), by(2500))
    case 4:
      return ids.length < 60 ? split(mesh, grid, [near(20000), near(9000), near(20000)], fresh) : moveVertex(mesh, b, near(3000))
    case 5:
      return ids.length > 20 ? merge(mesh, edge.left, edge.right) : moveVertex(mesh, b, near(3000))
    case 6: {
      const tees = mesh.edges.flatMap(endsOf).filter((end) => maySlide(mesh, end))
      const tee = pick(tees)
      return tee ? moveVertex(mesh, tee, [tee[0] + by(15000), tee[1] + by(15000)]) : moveVertex(mesh, b, near(3000))
    }
    default:
      return carve(mesh, [near(9000), near(9000), near(9000)], random() < 0.5 && ids.length < 60 ? fresh : grid, mesh.faces.get(grid)?.community ?? '')
  }
}

/** What an edit carries over to look things up by is what a look at the whole mesh would say. */
function isFoundAgain(mesh: Mesh): void {
  const anew = { ...mesh }
  expect(indexOf(mesh)).not.toBe(indexOf(anew))
  expect([...indexOf(mesh).ofFace].sort(([a], [b]) => a - b)).toEqual([...indexOf(anew).ofFace].sort(([a], [b]) => a - b))
  expect([...indexOf(mesh).atNode].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([...indexOf(anew).atNode].sort(([a], [b]) => (a < b ? -1 : 1)))
  expect([...meshBoxes(mesh)].sort(([a], [b]) => a - b)).toEqual([...meshBoxes(anew)].sort(([a], [b]) => a - b))
}

describe('a mesh of grids', () => {
  it('gives back what was read, vertex for vertex', () => {
    const grids = checkered(6, 5)
    const mesh = meshOf(grids)
    isCoverage(mesh)
    for (const { id, geometry } of grids) {
      expect(areaOf(mesh, id)).toBe(geometry)
      const places = (area: typeof geometry): string[] => partsOf(area).flat(2).map((place) => keyOf(stepOf(place))).sort()
      expect(new Set(places(areaOfEdges(edgesOf(mesh, id), id)))).toEqual(new Set(places(geometry)))
    }
  })

  it('stays a coverage under any edits, and every state before is as it was', () => {
    const done: Record<string, number> = {}
    for (let seed = 1; seed <= 3; seed++) {
      const random = chance(seed)
      let mesh = meshOf(checkered(6, 5))
      const border = new Set(mesh.edges.filter((edge) => isBorder(mesh, edge)).flatMap(({ chain }) => chain.map(keyOf)))
      const before: { mesh: Mesh; said: string }[] = []
      for (let n = 0; n < 300; n++) {
        const outcome = randomEdit(mesh, random, FIRST + n * 50)
        const word = 'mesh' in outcome ? 'done' : outcome.fault
        done[word] = (done[word] ?? 0) + 1
        if ('fault' in outcome) continue
        if (n % 20 === 0) before.push({ mesh, said: JSON.stringify([...mesh.faces.keys()].map((id) => areaOf(mesh, id))) })
        const area = wholeArea(mesh)
        mesh = outcome.mesh
        isCoverage(mesh)
        // A node put on a community's border bends it by less than a step.
        expect(Math.abs(wholeArea(mesh) - area)).toBeLessThan(2e6)
        for (const id of mesh.faces.keys()) expect(twiceArea(edgesOf(mesh, id), id)).toBeGreaterThan(0)
        const now = new Set(mesh.edges.filter((edge) => isBorder(mesh, edge)).flatMap(({ chain }) => chain.map(keyOf)))
        expect([...border].every((key) => now.has(key))).toBe(true)
        isFoundAgain(mesh)
      }
      for (const { mesh: old, said } of before) expect(JSON.stringify([...old.faces.keys()].map((id) => areaOf(old, id)))).toBe(said)
    }
    expect(done.done).toBeGreaterThan(400)
  }, 30_000)

  it('takes no corner onto another, and no side onto another', () => {
    const mesh = meshOf(checkered(6, 5))
    const edge = mesh.edges.find((each) => !isBorder(mesh, each) && each.chain.length > 2)
    const [a, b] = edge?.chain as [Step, Step]
    const other = edgesOf(mesh, edge?.left ?? 0).find((each) => each !== edge && !isBorder(mesh, each))?.chain.at(-1) as Step
    for (const place of [a, other]) expect(moveVertex(mesh, b, place)).toMatchObject({ fault: 'tooNear' })
  })

  it('lets the end of a border slide along the border of the community', () => {
    const mesh = meshOf(checkered(6, 5))
    const tee = mesh.edges.flatMap(endsOf).find((end) => maySlide(mesh, end)) as Step
    const outcome = moveVertex(mesh, tee, [tee[0] + 6000, tee[1] + 6000])
    if (!('mesh' in outcome)) throw new Error(outcome.fault)
    isCoverage(outcome.mesh)
    expect(outcome.mesh.edges.flatMap(({ chain }) => chain).some((step) => keyOf(step) === keyOf(tee)), 'the border keeps its corner').toBe(true)
    expect(maySlide(outcome.mesh, tee)).toBe(false)
  })

  it('shares with the mesh before what an edit does not touch', () => {
    const mesh = meshOf(checkered(6, 5))
    const edge = mesh.edges.find((each) => !isBorder(mesh, each) && each.chain.length > 2)
    const at = edge?.chain[1] as Step
    const outcome = moveVertex(mesh, at, [at[0] + 300, at[1] - 200])
    if (!('mesh' in outcome)) throw new Error(outcome.fault)
    const old = new Set(mesh.edges)
    expect(outcome.mesh.edges.filter((each) => !old.has(each))).toHaveLength(1)
    expect([...outcome.mesh.faces.values()].filter(({ read }) => read === null)).toHaveLength(2)
  })
})
