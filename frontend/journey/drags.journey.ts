// What the editor says while a border is dragged, against the database: the same grids, drawn as polygons, counted afresh by PostGIS.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { DrawnPlan, PlanBuildings, Plan } from '../src/api/plans'
import type { Grid, Page as ListPage } from '../src/api/types'
import { dragTo, type Hold } from '../src/plan/drag'
import { drawingOf, type Drawing } from '../src/plan/drawing'
import { withEdges, type Edge } from '../src/plan/mesh/mesh'
import { areaOfEdges } from '../src/plan/mesh/read'
import type { Step } from '../src/plan/mesh/step'
import { chance } from '../test/meshes'
import { expect, test } from './steps'

test.use({ account: 'gis' })

const DRAGS = 1000
/** 30 m or so: as far as buildings stand from the borders of grids. */
const FAR = 30_000

interface Drawn {
  readonly drag: number
  readonly grid: number
  readonly shape: string
  /** As the editor adds them up: buildings, vacant, dwellings to find by way of the load, households, people. */
  readonly said: string
}

function holdOn(edge: Edge, random: () => number): Hold {
  const place = 1 + Math.floor(random() * (edge.chain.length - 1))
  const [a, b] = [edge.chain[place - 1] as Step, edge.chain[place] as Step]
  const kind = random()
  if (kind < 0.5) return { kind: 'vertex', at: random() < 0.5 ? a : b }
  const at: Step = [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]
  return kind < 0.9 ? { kind: 'middle', edge, place, at } : { kind: 'edge', edge, at }
}

/** Drags one after another, each from where the last one left the drawing. */
function dragAbout(start: Drawing): { drawn: Drawn[]; moved: number } {
  const random = chance(1126)
  const drawn: Drawn[] = []
  let drawing = start
  let moved = 0
  for (let drag = 0, tried = 0; drag < DRAGS; tried++) {
    if (tried > DRAGS * 50) throw new Error(`${drag} drags of ${tried} were possible`)
    const edge = drawing.mesh.edges[Math.floor(random() * drawing.mesh.edges.length)] as Edge
    const hold = holdOn(edge, random)
    const to: Step = [hold.at[0] + Math.round((random() - 0.5) * 2 * FAR), hold.at[1] + Math.round((random() - 0.5) * 2 * FAR)]
    const { change, after, tally, fault } = dragTo(drawing, hold, to)
    if (fault || change.come.length === 0) continue
    for (const [grid, edges] of after) {
      const sum = tally.sums.get(grid)
      if (!sum) continue
      drawn.push({ drag, grid, shape: JSON.stringify(areaOfEdges(edges, grid)), said: [drag, grid, sum.buildings, sum.vacant, sum.load, sum.households, sum.people].join(',') })
    }
    if (tally !== drawing.tally) moved++
    drawing = { ...drawing, mesh: withEdges(drawing.mesh, new Set(change.gone), change.come), tally }
    drag++
  }
  return { drawn, moved }
}

test('the counts of 1,000 drags are those of the database', async ({ request }) => {
  const database = process.env.REGISTRY_JOURNEY_DB_URL
  test.skip(!database, 'REGISTRY_JOURNEY_DB_URL names no database to count in')
  const { today } = (await (await request.get('/api/info')).json()) as { today: string }
  const { items } = (await (await request.get('/api/grids?limit=1000')).json()) as ListPage<Grid>
  const communities = [...new Set(items.map(({ community }) => community?.code).filter((code) => code !== undefined))]
  const { items: openPlans } = (await (await request.get('/api/grid-plans?open=true')).json()) as ListPage<Plan>
  expect(openPlans, 'no plan is left open').toEqual([])
  const plan = (await (await request.post('/api/grid-plans', { data: { communities, name: '拖动一千次' } })).json()) as DrawnPlan
  try {
    const columns = (await (await request.get(`/api/grid-plans/${plan.id}/buildings`)).json()) as PlanBuildings
    const start = drawingOf(plan.document, columns)
    expect(start.mesh.faces.size).toBe(items.length)
    expect(columns.places.people.length, 'people are told of whole cells to a GIS operator').toBeLessThan(columns.buildings.id.length)
    const { drawn, moved } = dragAbout(start)
    expect(moved, 'buildings changed hands').toBeGreaterThan(DRAGS / 10)
    const counted = execFileSync(
      'psql',
      ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-v', `day=${today}`, '-v', `month=${today.slice(0, 8)}01`, '-v', `communities=${communities.join(',')}`, '-f', fileURLToPath(new URL('drags.sql', import.meta.url)), '-d', database as string],
      { input: drawn.map(({ drag, grid, shape }) => `${drag},${grid},"${shape.replaceAll('"', '""')}"\n`).join(''), maxBuffer: 1 << 26, encoding: 'utf8' },
    )
    const fresh = counted
      .trim()
      .split('\n')
      .map((line) => {
        const [drag, grid, buildings, vacant, toFind = 0, households = 0, people] = line.split(',').map(Number)
        return [drag, grid, buildings, vacant, households + Math.round(toFind * columns.loadOfUnknown), households, people].join(',')
      })
    const told = [...drawn].sort((a, b) => a.drag - b.drag || a.grid - b.grid).map(({ said }) => said)
    expect(told.length).toBeGreaterThan(DRAGS)
    expect(told.filter((line, n) => line !== fresh[n])).toEqual([])
    expect(fresh.length).toBe(told.length)
  } finally {
    await request.post(`/api/grid-plans/${plan.id}/withdraw`, { data: { why: '试过了' } })
  }
})
