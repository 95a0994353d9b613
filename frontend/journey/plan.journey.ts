import type { APIRequestContext, Page } from '@playwright/test'
import type { DrawnPlan, Impact, Plan, PlanBuildings, PlanFault, PlanGround } from '../src/api/plans'
import type { Grid, Page as ListPage } from '../src/api/types'
import { dragTo, type Hold } from '../src/plan/drag'
import { drawingOf, type Drawing } from '../src/plan/drawing'
import { isBorder } from '../src/plan/mesh/mesh'
import { degreesOf, keyOf, stepOf, type Step } from '../src/plan/mesh/step'
import { wayBetween } from '../src/plan/snap/lineSnap'
import { expect, picture, settled, test } from './steps'

test.use({ account: 'gis' })

interface Spot {
  x: number
  y: number
}

/** Where a place is on the screen, as the map's own address says what it shows. */
async function onScreen(page: Page, [lon, lat]: readonly [number, number]): Promise<Spot> {
  await settled(page)
  const [zoom = 0, middleLat = 0, middleLon = 0] = /map=([\d.]+)\/([\d.-]+)\/([\d.-]+)/.exec(page.url())?.slice(1).map(Number) ?? []
  const box = await page.locator('.map').boundingBox()
  if (!box) throw new Error('no map')
  const world = (degrees: number) => (0.5 - Math.log((1 + Math.sin((degrees * Math.PI) / 180)) / (1 - Math.sin((degrees * Math.PI) / 180))) / (4 * Math.PI)) * 256 * 2 ** zoom
  return { x: box.x + box.width / 2 + ((lon - middleLon) / 360) * 256 * 2 ** zoom, y: box.y + box.height / 2 + world(lat) - world(middleLat) }
}

const outlineOf = (grid: Grid): unknown => grid.geometry?.coordinates
const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A journey may be made again: what the last one left open there is given up. */
async function giveUpOpenPlans(request: APIRequestContext, community: string): Promise<void> {
  const { items } = (await (await request.get(`/api/grid-plans?open=true&community=${community}`)).json()) as ListPage<Plan>
  for (const { id, state } of items) {
    if (state !== 'DRAFT') await request.post(`/api/grid-plans/${id}/return`, { data: { why: '重来一次' } })
    expect((await request.post(`/api/grid-plans/${id}/withdraw`, { data: { why: '重来一次' } })).status()).toBe(200)
  }
}

async function openPlan(page: Page, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: '方案', exact: true }).click()
  await page.locator('.intake-history button').filter({ hasText: name }).first().dblclick()
}

test('a grid is split, its border dragged, a fault mended, and the plan in force from tomorrow', async ({ watched: page, request, playwright, baseURL }) => {
  const { today } = (await (await request.get('/api/info')).json()) as { today: string }
  const tomorrow = plusDays(today, 1)
  const gridsOn = async (day: string) => ((await (await request.get(`/api/grids?limit=1000&asOf=${day}`)).json()) as ListPage<Grid>).items
  const all = await gridsOn(tomorrow)
  const community = all[0]?.community
  if (!community) throw new Error('no community')
  const standing = all.filter((grid) => grid.community?.code === community.code)
  await giveUpOpenPlans(request, community.code)

  await page.goto('/')
  await page.getByRole('button', { name: '方案', exact: true }).click()
  await expect(page.getByRole('heading', { name: '网格方案' })).toBeVisible()
  const begin = page.getByRole('button', { name: '开始画' })
  await expect(begin, 'says why it cannot be pressed').toHaveAttribute('title', /请先选社区/)
  for (let level = 0; (await page.locator('.plan-chips li').count()) === 0; level++) {
    const select = page.locator('.desk-card select:visible').nth(level)
    const options = await select.locator('option').allTextContents()
    const own = options.indexOf(community.name)
    await select.selectOption({ index: own > 0 ? own : 1 })
    await settled(page)
  }
  await page.locator('input[name="planName"]').fill('滨江调整')
  await settled(page)
  await picture(page, 'plan-1-begin')
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/api/grid-plans') && answer.request().method() === 'POST')
  await begin.click()
  const plan = (await (await begun).json()) as DrawnPlan
  const at = `/api/grid-plans/${plan.id}`

  const rows = page.locator('.plan-grids li')
  await expect(rows).toHaveCount(standing.length)
  await expect(page.locator('.plan-saving')).toContainText('已保存')
  await settled(page)
  await picture(page, 'plan-2-open')

  // Split the one with the widest outline from west to east.
  const widest = standing.map((grid) => ({ grid, wide: grid.bbox[2] - grid.bbox[0] })).sort((a, b) => b.wide - a.wide)[0]?.grid as Grid
  const before = page.url()
  await rows.filter({ hasText: widest.name.replace(community.name, '') }).first().getByRole('button').click()
  await expect.poll(() => page.url(), { message: 'the map has flown there' }).not.toBe(before)
  await expect(page.locator('.grid-side')).toContainText(widest.name)
  const [west, south, east, north] = widest.bbox
  const middle = (west + east) / 2
  const above = await onScreen(page, [middle, north])
  const below = await onScreen(page, [middle, south])
  await picture(page, 'plan-3-picked')
  await page.locator('.map').focus()
  await page.keyboard.press('x')
  await page.mouse.click(above.x, above.y - 12)
  await page.mouse.click(below.x, below.y + 12)
  await picture(page, 'plan-4-line')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(standing.length + 1)
  await expect(page.locator('.plan-saving')).toContainText('已保存')
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(standing.length)
  await page.keyboard.press('Control+y')
  await expect(rows).toHaveCount(standing.length + 1)

  // Drag the new border: the counts of both sides move with the hand.
  const held = { x: (above.x + below.x) / 2, y: (above.y + below.y) / 2 }
  await page.mouse.move(held.x, held.y)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) await page.mouse.move(held.x - step * 5, held.y)
  await expect.poll(() => page.locator('.grid-side').count()).toBeGreaterThan(1)
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
  await picture(page, 'plan-5-drag')
  await expect(page.locator('.plan-hint.is-trouble')).toHaveCount(0)
  const whileDragging = await page.locator('.grid-side').first().locator('.load-bar em').textContent()
  await page.mouse.up()
  await expect(page.locator('.grid-side')).toHaveCount(1)
  await expect(page.locator('.grid-side .load-bar em')).toHaveText(whileDragging ?? '')
  await expect(page.locator('.plan-saving')).toContainText('已保存')

  // Snapping is on until it is turned off.
  const snapping = page.getByRole('button', { name: '吸附', exact: true })
  await expect(snapping).toHaveAttribute('title', /按住 Alt/)
  await page.locator('.map').focus()
  await expect(snapping).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('s')
  await expect(snapping).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('s')
  await expect(snapping).toHaveAttribute('aria-pressed', 'true')

  // What the editor counts is what the service counts in the database.
  const impact = (await (await request.get(`${at}/impact`)).json()) as Impact
  for (const { name, after } of impact.grids) {
    if (after) await expect(rows.filter({ has: page.getByText(name.replace(community.name, ''), { exact: true }) }).locator('em'), name).toHaveText(after.load.toLocaleString('zh-CN'))
  }

  // The new grid has no leader: publishing is forbidden until it has one.
  const faults = (await (await request.get(`${at}/faults`)).json()) as PlanFault[]
  expect(faults.map(({ code }) => code)).toContain('grid.no-leader')
  await page.locator('.map').focus()
  await page.keyboard.press('f')
  await expect(page.locator('.plan-faults .is-chosen')).toContainText('没有网格长')
  await settled(page)
  await picture(page, 'plan-6-fault')
  await page.locator('input[name="gridLeader"]').fill('许安然')
  await page.locator('input[name="gridLeader"]').press('Enter')
  await expect(page.locator('.plan-saving')).toContainText('已保存')
  await expect(page.locator('.plan-faults .pill.is-bad'), 'nothing forbids it any more').toHaveCount(0)

  await page.getByRole('tab', { name: '流程' }).click()
  await page.getByRole('button', { name: '影响表' }).click()
  await expect(page.locator('.impact tbody tr').first()).toBeVisible()
  await settled(page)
  await picture(page, 'plan-7-impact')
  await page.locator('.impact-head').getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.locator('.plan-head .pill')).toHaveText('已核对')
  await picture(page, 'plan-8-checked')

  // Somebody else approves.
  const other = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), extraHTTPHeaders: { Authorization: `Basic ${Buffer.from('steward:demo-only').toString('base64')}` } })
  expect((await other.post(`${at}/approve`)).status()).toBe(200)
  await other.dispose()
  await page.locator('.back-link').click()
  await page.locator('.intake-history button').filter({ hasText: '滨江调整' }).first().click()
  await expect(page.locator('.plan-card .pill').first()).toHaveText('已批准')
  await page.getByRole('button', { name: '发布…' }).click()
  const publish = page.locator('.plan-ask').getByRole('button', { name: '发布', exact: true })
  await expect(publish).toHaveAttribute('title', /请写明理由/)
  await page.locator('input[name="planWhy"]').fill('网格长调整')
  await picture(page, 'plan-9-publish')
  await publish.click()
  await expect(page.locator('.plan-card > header .pill')).toHaveText('已发布')
  await settled(page)
  await picture(page, 'plan-10-published')

  // Today as it was; tomorrow one more.
  const inCommunity = (grids: Grid[]) => grids.filter((grid) => grid.community?.code === community.code)
  expect(inCommunity(await gridsOn(today)).map((grid) => outlineOf(grid))).toEqual(standing.map((grid) => outlineOf(grid)))
  expect(inCommunity(await gridsOn(tomorrow))).toHaveLength(standing.length + 1)
  await page.getByRole('button', { name: '网格', exact: true }).click()
  await settled(page)
  await picture(page, 'plan-11-today')
  await page.locator('.day-toggle').click()
  await page.locator('.day-slider input').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.day-toggle')).toContainText(tomorrow)
  await expect(page.getByText('新网格1').first(), 'the grid of tomorrow is in the list').toBeVisible()
  await settled(page)
  await picture(page, 'plan-12-tomorrow')

  await page.getByRole('button', { name: '方案', exact: true }).click()
  await page.getByRole('button', { name: '全部方案' }).click()
  await page.locator('.intake-history button').filter({ hasText: '滨江调整' }).first().click()
  await page.getByRole('button', { name: '撤回发布…' }).click()
  await page.locator('input[name="planWhy"]').fill('演示完毕')
  await page.locator('.plan-ask').getByRole('button', { name: '撤回发布', exact: true }).click()
  await expect(page.locator('.plan-card > header .pill')).toHaveText('已撤回发布')
  expect(inCommunity(await gridsOn(tomorrow))).toHaveLength(standing.length)
})

test('buildings are painted from one grid to its neighbour, and taken back', async ({ watched: page, request }) => {
  const { items } = (await (await request.get('/api/grids?limit=1000')).json()) as ListPage<Grid>
  const community = items[0]?.community
  if (!community) throw new Error('no community')
  await giveUpOpenPlans(request, community.code)
  const plan = (await (await request.post('/api/grid-plans', { data: { community: community.code, name: '刷楼' } })).json()) as DrawnPlan
  await openPlan(page, '刷楼')
  const rows = page.locator('.plan-grids li')
  await expect(rows.first()).toBeVisible()
  const loads = () => rows.locator('em').allTextContents()
  const first = await loads()
  const paint = page.getByRole('button', { name: '刷楼', exact: true })
  await expect(paint, 'says why it cannot be pressed').toBeDisabled()

  // Houses beside the widest grid, the nearest to one of its own first.
  const widest = items.filter((grid) => grid.community?.code === community.code).sort((a, b) => b.bbox[2] - b.bbox[0] - (a.bbox[2] - a.bbox[0]))[0] as Grid
  const { buildings } = (await (await request.get(`/api/grid-plans/${plan.id}/buildings`)).json()) as PlanBuildings
  const all = buildings.id.map((_, i) => ({ grid: buildings.grid[i], lon: buildings.lon[i] as number, lat: buildings.lat[i] as number }))
  const own = all.filter(({ grid }) => grid === widest.id)
  const far = (a: { lon: number; lat: number }) => Math.min(...own.map((b) => Math.hypot((a.lon - b.lon) * 0.87, a.lat - b.lat)))
  const beside = all.filter(({ grid }) => grid !== null && grid !== widest.id).map((each) => ({ ...each, far: far(each) })).sort((a, b) => a.far - b.far)
  const before = page.url()
  await rows.filter({ hasText: widest.name.replace(community.name, '') }).first().getByRole('button').click()
  await expect.poll(() => page.url(), { message: 'the map has flown there' }).not.toBe(before)
  await page.locator('.map').focus()
  let painted = false
  for (const { lon, lat } of beside.slice(0, 5)) {
    await page.keyboard.press('c')
    const start = await onScreen(page, [lon, lat])
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    for (let step = 1; step <= 4; step++) await page.mouse.move(start.x, start.y + step * 2)
    await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
    await picture(page, 'plan-16-painting')
    await page.mouse.up()
    await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
    painted = JSON.stringify(await loads()) !== JSON.stringify(first)
    if (painted) break
  }
  expect(painted, 'somewhere along the border buildings went over').toBe(true)
  await settled(page)
  await picture(page, 'plan-17-painted')
  await expect(page.locator('.plan-saving')).toContainText('已保存')
  await page.keyboard.press('Control+z')
  await expect.poll(loads).toEqual(first)
  await expect(page.locator('.plan-saving')).toContainText('已保存')
  await giveUpOpenPlans(request, community.code)
})

/** Some ten metres: more than ten pixels where a grid fills the map. */
const APART = 30_000

/** Corners of roads with nothing else to be drawn to near them, by road. */
function lonelyCorners({ lines, communities, buildings }: PlanGround): { road: Step[]; corners: Step[] }[] {
  const roads = lines.flatMap(({ kind, geometry }) => (kind === 'ROAD' && geometry.type === 'MultiLineString' ? geometry.coordinates.map((places) => places.map(stepOf)) : []))
  const shapes = [...lines.map(({ geometry }) => geometry), ...communities.map(({ geometry }) => geometry), ...buildings.map(({ footprint }) => footprint)]
  const all = new Map((JSON.stringify(shapes.map(({ coordinates }) => coordinates)).match(/[\d.-]+,[\d.-]+/g) ?? []).map((pair) => [pair, stepOf(pair.split(',').map(Number))]))
  const places = [...all.values()]
  const isLonely = (step: Step): boolean => places.every(([x, y]) => (x === step[0] && y === step[1]) || Math.hypot(x - step[0], y - step[1]) > APART)
  return roads.map((road) => ({ road, corners: road.filter(isLonely) }))
}

const apart = (a: Step, b: Step): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** A corner between grids of a plan, and the corner of a road it can go to. */
function moveToRoad(drawing: Drawing, roads: readonly { corners: Step[] }[]): { grid: number; hold: Hold; to: Step } | undefined {
  const { mesh } = drawing
  const fixed = new Set(mesh.edges.filter((edge) => isBorder(mesh, edge)).flatMap(({ chain }) => chain.map(keyOf)))
  const corners = mesh.edges.flatMap(({ chain, left }) => chain.filter((at) => !fixed.has(keyOf(at))).map((at) => ({ grid: left, at })))
  return corners
    .flatMap(({ grid, at }) => roads.flatMap((road) => road.corners.map((to) => ({ grid, hold: { kind: 'vertex', at } as const, to, off: apart(at, to) }))))
    .filter(({ off }) => off > APART && off < 20 * APART)
    .sort((a, b) => a.off - b.off)
    .find(({ hold, to }) => dragTo(drawing, hold, to).fault === null)
}

test('a border and a drawn line are drawn to a road', async ({ watched: page, request }) => {
  const { items } = (await (await request.get('/api/grids?limit=1000')).json()) as ListPage<Grid>
  const communities = new Map(items.flatMap(({ community }) => (community ? [[community.code, community.name] as const] : [])))
  let begun: { plan: DrawnPlan; community: string; roads: ReturnType<typeof lonelyCorners>; move: NonNullable<ReturnType<typeof moveToRoad>> } | null = null
  for (const [code, community] of communities) {
    await giveUpOpenPlans(request, code)
    const plan = (await (await request.post('/api/grid-plans', { data: { community: code, name: '贴着路' } })).json()) as DrawnPlan
    const roads = lonelyCorners((await (await request.get(`/api/grid-plans/${plan.id}/ground`)).json()) as PlanGround)
    const columns = (await (await request.get(`/api/grid-plans/${plan.id}/buildings`)).json()) as PlanBuildings
    const move = moveToRoad(drawingOf(plan.document, columns), roads)
    if (move) {
      begun = { plan, community, roads, move }
      break
    }
    await giveUpOpenPlans(request, code)
  }
  if (!begun) throw new Error('no border can be moved to a road')
  const { plan, community, roads, move } = begun

  await openPlan(page, '贴着路')
  const name = plan.document.grids.find(({ id }) => id === move.grid)?.name ?? ''
  const rows = page.locator('.plan-grids li')
  await expect(rows.first()).toBeVisible()
  const before = page.url()
  await page.locator('.plan-grids').getByText(name.replace(community, ''), { exact: true }).first().click()
  await expect.poll(() => page.url(), { message: 'the map has flown there' }).not.toBe(before)
  await expect(page.locator('.grid-side').first()).toBeVisible()
  const place = (step: Step) => onScreen(page, degreesOf(step))
  const [from, to] = [await place(move.hold.at), await place(move.to)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let n = 1; n <= 6; n++) await page.mouse.move(from.x + ((to.x + 4 - from.x) * n) / 6, from.y + ((to.y + 3 - from.y) * n) / 6)
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
  await picture(page, 'plan-20-snapped')
  await page.mouse.up()
  await expect(page.locator('.plan-hint.is-trouble')).toHaveCount(0)
  const isThere = async (): Promise<boolean> => {
    const { document } = (await (await request.get(`/api/grid-plans/${plan.id}`)).json()) as DrawnPlan
    return document.grids.filter(({ geometry }) => JSON.stringify(geometry.coordinates).includes(`[${degreesOf(move.to).join(',')}]`)).length > 1
  }
  await expect.poll(isThere, { message: 'the corner is the road’s own, in both grids' }).toBe(true)
  await page.keyboard.press('Control+z')
  await expect.poll(isThere).toBe(false)

  // A line between two corners of one road takes those between them along.
  const screen = await page.locator('.map').boundingBox()
  if (!screen) throw new Error('no map')
  const inView = ({ x, y }: Spot): boolean => x > screen.x + 420 && x < screen.x + screen.width - 80 && y > screen.y + 120 && y < screen.y + screen.height - 120
  let drawn = 0
  for (const { road, corners } of roads) {
    const seen: { step: Step; spot: Spot }[] = []
    for (const step of corners) {
      const spot = await place(step)
      if (inView(spot)) seen.push({ step, spot })
    }
    const [first, last] = [seen[0], seen.at(-1)]
    if (!first || !last || first === last) continue
    const between = wayBetween(road, first.step, last.step)
    await page.locator('.map').focus()
    await page.keyboard.press('x')
    await page.mouse.click(first.spot.x + 3, first.spot.y + 3)
    await page.mouse.move(last.spot.x - 3, last.spot.y + 4)
    await picture(page, 'plan-21-along')
    await page.mouse.click(last.spot.x - 3, last.spot.y + 4)
    const set = page.locator('.leaflet-draft-pane path[fill="#fff"]')
    await expect(set).toHaveCount(between.length + 2)
    await page.keyboard.press('Backspace')
    await expect(set).toHaveCount(1)
    await page.keyboard.press('Escape')
    drawn++
    break
  }
  expect(drawn, 'two corners of a road in view').toBe(1)
  for (const code of communities.keys()) await giveUpOpenPlans(request, code)
})

test.describe('shapes from a file', () => {
  test.use({ refusals: [400] })

  test('become the draft, and what is no file of shapes is told', async ({ watched: page, request }) => {
    const { items } = (await (await request.get('/api/grids?limit=1000')).json()) as ListPage<Grid>
    const community = items.at(-1)?.community
    if (!community) throw new Error('no community')
    await giveUpOpenPlans(request, community.code)
    const begun = (await (await request.post('/api/grid-plans', { data: { community: community.code, name: '文件来的' } })).json()) as DrawnPlan
    await openPlan(page, '文件来的')
    await expect(page.locator('.plan-grids li').first()).toBeVisible()
    await page.getByRole('tab', { name: '自动' }).click()
    const input = page.locator('.plan-file input')
    await input.setInputFiles({ name: '网格.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip at all') })
    await expect(page.locator('.plan-auto [role="alert"]')).toContainText('网格.zip')
    await picture(page, 'plan-18-file-refused')

    const features = begun.document.grids.map(({ geometry }, n) => ({ type: 'Feature', properties: { 名称: `文件格${n + 1}` }, geometry }))
    await input.setInputFiles({ name: '网格.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) })
    await expect(page.locator('.plan-auto')).toContainText(`取了 ${features.length} 个网格`)
    await picture(page, 'plan-19-file-taken')
    await expect(page.locator('.plan-saving')).toContainText('已保存')
    const { document } = (await (await request.get(`/api/grid-plans/${begun.id}`)).json()) as DrawnPlan
    expect(document.grids.map(({ name }) => name).sort()).toEqual(features.map(({ properties }) => properties.名称).sort())
    await page.getByRole('tab', { name: '网格' }).click()
    await expect(page.locator('.plan-grids')).toContainText('文件格1')
    await page.keyboard.press('Control+z')
    await expect(page.locator('.plan-grids')).not.toContainText('文件格')
    await expect(page.locator('.plan-saving')).toContainText('已保存')
    await giveUpOpenPlans(request, community.code)
  })
})

test.describe('two at one draft', () => {
  test.use({ refusals: [412] })

  test('who saves second sees who saved first, and nothing is overwritten', async ({ watched: page, request }) => {
    const { items } = (await (await request.get('/api/grids?limit=1000')).json()) as ListPage<Grid>
    const community = items.at(-1)?.community
    if (!community) throw new Error('no community')
    await giveUpOpenPlans(request, community.code)
    const begun = (await (await request.post('/api/grid-plans', { data: { community: community.code, name: '两人同画' } })).json()) as DrawnPlan
    await openPlan(page, '两人同画')
    await page.locator('.plan-grids button').first().click()
    const meanwhile = { grids: begun.document.grids.map((grid, i) => (i === 0 ? { ...grid, name: '别人起的名' } : grid)) }
    expect((await request.put(`/api/grid-plans/${begun.id}`, { headers: { 'If-Match': begun.etag }, data: meanwhile })).status()).toBe(200)

    await page.locator('input[name="gridName"]').fill('我起的名')
    await page.locator('input[name="gridName"]').press('Enter')
    await expect(page.locator('.plan-saving.is-overtaken')).toContainText('保存了第')
    await page.setViewportSize({ width: 1280, height: 800 })
    await settled(page)
    await picture(page, 'plan-13-overtaken')
    await page.getByRole('button', { name: '取回最新的' }).click()
    await expect(page.locator('.plan-saving')).toContainText('已保存')
    await expect(page.locator('.plan-grids')).toContainText('别人起的名')

    await page.getByRole('tab', { name: '自动' }).click()
    await page.getByRole('button', { name: '重新平衡' }).click()
    await expect(page.getByRole('button', { name: '采用' })).toBeVisible({ timeout: 60_000 })
    await picture(page, 'plan-14-rebalanced')
    await page.getByRole('button', { name: '采用' }).click()
    await expect(page.locator('.plan-saving')).toContainText('已保存')
    await page.setViewportSize({ width: 2560, height: 1440 })
    await settled(page)
    await picture(page, 'plan-15-wall')
    await giveUpOpenPlans(request, community.code)
  })
})
