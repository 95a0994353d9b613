import type { APIRequestContext, Page } from '@playwright/test'
import type { Lineage, SpotItem } from '../src/api/places'
import type { ThingCard } from '../src/api/things'
import type { BuildingChart, Page as ListPage } from '../src/api/types'
import { expect, gridTwelve, openMap, picture, settled, test } from './steps'

const card = async (request: APIRequestContext, kind: string, id: number) => (await (await request.get(`/api/things/${kind}/${id}`)).json()) as ThingCard
const save = (page: Page) => page.getByRole('button', { name: '保存' })

/** Buildings of a grid, with what is said of each. */
async function buildingsOf(request: APIRequestContext, code: string): Promise<{ id: number; lon: number; lat: number; floors: number }[]> {
  return ((await (await request.get(`/api/grids/${code}/buildings?limit=200`)).json()) as ListPage<{ id: number; lon: number; lat: number; floors: number }>).items
}

/** Presses the map where a place is; the map has to stand still. */
async function pressAt(page: Page, shift: { x: number; y: number }, options: { button?: 'right'; clickCount?: number } = {}): Promise<void> {
  const box = await page.locator('.map').boundingBox()
  if (!box) throw new Error('no map')
  await page.mouse.click(box.x + box.width / 2 + shift.x, box.y + box.height / 2 + shift.y, options)
}

test('a building is drawn, begun with what the place tells, and its shape is edited', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const [lon, lat] = grid.centre
  await openMap(page, `#map=19/${lat}/${lon}`)
  await page.getByRole('button', { name: '新增' }).click()
  await picture(page, '30-begin')
  await page.locator('[data-begin="building"]').click()
  await page.getByRole('button', { name: '在地图上画' }).click()
  await expect(page.locator('.shape-bar')).toContainText('逐点点出角点')
  for (const [x, y] of [[260, -40], [340, -40], [340, 40]] as const) await pressAt(page, { x, y })
  await expect(page.locator('.shape-bar')).toContainText('3 个')
  await pressAt(page, { x: 260, y: 40 })
  await picture(page, '31-drawing')
  await page.locator('.shape-bar').getByRole('button', { name: '完成' }).click()
  await expect(page.locator('[data-input="geometry"]')).toContainText('4 个')
  await expect(page.locator('[data-input="status"]'), 'told by the place').toContainText('现存')
  await page.locator('[data-input="use"] .el-select').click()
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '住宅' }).first().click()
  await page.locator('[data-input="name"] input').fill('试画楼')
  await page.locator('textarea[name="why"]').fill('实地测绘')
  await picture(page, '32-form')
  await save(page).click()
  await expect(page.locator('.thing-head h2')).toContainText('试画楼')
  const id = Number(/thing=building\/(\d+)/.exec(page.url())?.[1])
  const drawn = (await card(request, 'building', id)).values.geometry as { coordinates: number[][][][] }
  for (const place of drawn.coordinates.flat(2)) for (const degrees of place) expect(Math.abs(degrees * 1e8 - Math.round(degrees * 1e8))).toBeLessThan(1e-4)

  await page.getByRole('button', { name: '更正', exact: true }).click()
  await page.getByRole('button', { name: '修改形状' }).click()
  await settled(page)
  const corners = page.locator('.shape-corner')
  await expect(corners).toHaveCount(4)
  const middle = page.locator('.shape-middle').first()
  await middle.hover()
  await page.mouse.down()
  await page.mouse.move(900, 300, { steps: 4 })
  await page.mouse.up()
  await expect(corners, 'a side pulled out is another corner').toHaveCount(5)
  await picture(page, '33-editing')
  await page.keyboard.press('u')
  await expect(corners, 'taken back').toHaveCount(4)
  await page.keyboard.press('n')
  await expect(page.locator('.shape-corner.is-selected')).toHaveCount(1)
  await settled(page)
  await page.keyboard.press('i')
  await expect(corners).toHaveCount(5)
  await page.keyboard.press('Delete')
  await expect(corners).toHaveCount(4)
  await page.keyboard.press('n')
  await settled(page)
  await page.keyboard.press('Delete')
  await expect(corners).toHaveCount(3)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-input="geometry"]')).toContainText('3 个')
  await page.locator('textarea[name="why"]').fill('复测')
  await save(page).click()
  await expect(page.locator('.saved-bar')).toContainText('更正')
  const edited = (await card(request, 'building', id)).values.geometry as { coordinates: number[][][][] }
  expect(edited.coordinates[0]?.[0]).toHaveLength(4)

  // Nothing is in it: it can be torn down at once.
  await page.getByRole('button', { name: '拆除' }).click()
  await expect(page.locator('.thing-form')).toContainText('没有登记户室')
  await page.locator('textarea[name="why"]').fill('旧改')
  await page.locator('.form-end').getByRole('button', { name: '拆除' }).click()
  await expect(page.locator('[data-field="status"] dd')).toHaveText('已拆除')
})

test('a building is split entrance by entrance, its parts are merged again, and each leads to the other', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  let found: { id: number; chart: BuildingChart } | null = null
  for (const { id } of await buildingsOf(request, grid.code)) {
    const chart = (await (await request.get(`/api/buildings/${id}/chart`)).json()) as BuildingChart
    if (chart.entrances.filter((entrance) => entrance.id !== null).length >= 2) {
      found = { id, chart }
      break
    }
  }
  if (!found) throw new Error('no building of two entrances in grid 12')
  const units = found.chart.entrances.flatMap(({ floors }) => floors.flatMap((floor) => floor.units)).length
  await openMap(page, `#thing=building/${found.id}`)
  await page.getByRole('button', { name: '拆分' }).click()
  await page.getByRole('button', { name: '画分割线' }).click()
  await settled(page)
  // Right across the middle of it: the map has it in the middle of what the panel leaves free.
  const box = await page.locator('path.shape-shown').first().boundingBox()
  if (!box) throw new Error('the building is not on the map')
  const isWide = box.width > box.height
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.click(isWide ? middle.x : box.x - 20, isWide ? box.y - 20 : middle.y)
  await page.mouse.click(isWide ? middle.x : box.x + box.width + 20, isWide ? box.y + box.height + 20 : middle.y)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part]')).toHaveCount(2)
  await expect(page.locator('[data-bundle]').first()).toBeVisible()
  // An entrance in each part, whichever doors are where.
  const bundles = page.locator('[data-bundle^="entrance"]')
  await bundles.first().locator('input').first().check()
  await bundles.nth(1).locator('input').nth(1).check()
  await page.locator('input[name="part-1"]').fill('东幢')
  await page.locator('input[name="part-2"]').fill('西幢')
  await page.locator('textarea[name="why"]').fill('分幢登记')
  await picture(page, '34-split')
  await save(page).click()
  await expect(page.locator('[data-field="status"] dd')).toHaveText('已拆分')
  const heirs = page.locator('[data-lineage="INTO"]')
  await expect(heirs).toHaveCount(2)
  await picture(page, '35-lineage')
  const lineage = (await (await request.get(`/api/things/building/${found.id}/lineage`)).json()) as { items: Lineage[] }
  const held = await Promise.all(lineage.items.map(async ({ id }) => ((await (await request.get(`/api/buildings/${id}/chart`)).json()) as BuildingChart).entrances.flatMap(({ floors }) => floors.flatMap((floor) => floor.units)).length))
  expect(held.reduce((sum, count) => sum + count, 0), 'each unit is in one of them').toBe(units)
  expect(Math.min(...held)).toBeGreaterThan(0)

  await heirs.filter({ hasText: '东幢' }).getByRole('button').click()
  await expect(page.locator('[data-lineage="FROM"]')).toHaveCount(1)
  await page.getByRole('button', { name: '合并' }).click()
  await page.locator('.work-rows .el-select').click()
  const other = lineage.items.find(({ label }) => label.includes('西幢'))
  await page.locator('.work-rows .el-select input').fill(String(other?.id))
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '西幢' }).click()
  await expect(page.locator('[data-picked]')).toHaveCount(2)
  await page.locator('input[name="name"]').fill('合楼')
  await page.locator('textarea[name="why"]').fill('打通')
  await settled(page)
  await picture(page, '36-merge')
  await save(page).click()
  await expect(page.locator('.thing-head h2')).toContainText('合楼')
  await expect(page.locator('[data-lineage="FROM"]')).toHaveCount(2)

  await page.getByRole('button', { name: '拆除' }).click()
  await expect(page.locator('[data-count="units"] dd')).toHaveText(String(units))
  await page.locator('textarea[name="why"]').fill('旧改')
  const demolish = page.locator('.form-end').getByRole('button', { name: '拆除' })
  await expect(demolish, 'nothing ends that was not agreed to').toBeDisabled()
  await picture(page, '37-demolish')
  await page.getByRole('button', { name: '取消' }).click()
})

test('a region is renamed with every address under it, which is said before and after', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const [lon, lat] = grid.centre
  const spot = (await (await request.get(`/api/spot?lon=${lon}&lat=${lat}&limit=200`)).json()) as { items: SpotItem[] }
  const community = spot.items.filter(({ kind }) => kind === 'region').sort((a, b) => (b.code?.length ?? 0) - (a.code?.length ?? 0))[0]
  if (!community) throw new Error('no region at the centre of grid 12')
  const before = await card(request, 'region', community.id)
  await openMap(page, `#thing=region/${community.id}`)
  await page.getByRole('button', { name: '更名' }).click()
  const reach = page.locator('[data-reach]')
  await expect(reach).toContainText(/将改写 [\d,]+ 个地址/)
  const told = Number(/([\d,]+) 个地址/.exec((await reach.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
  await page.locator('input[name="name"]').fill(`新${String(before.values.name)}`)
  await page.locator('textarea[name="why"]').fill('更名公告')
  await picture(page, '38-rename')
  await save(page).click()
  await expect(page.locator('.saved-bar')).toContainText(`改写了 ${told} 个地址`, { timeout: 120_000 })
  await expect(page.locator('.thing-head h2')).toContainText(`新${String(before.values.name)}`)
  // Called as it was again: other journeys look for it.
  const { etag } = await card(request, 'region', community.id)
  const back = await request.post(`/api/regions/${community.id}/rename`, { headers: { 'If-Match': etag }, data: { name: before.values.name, why: '更名撤回' }, timeout: 120_000 })
  expect(((await back.json()) as { addresses: number }).addresses).toBe(told)
})

test('a place tells its history by mouse and by keyboard, and an entry sets the day', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const [lon, lat] = grid.centre
  await openMap(page, `#map=18/${lat}/${lon}`)
  await pressAt(page, { x: 0, y: 0 }, { button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  await picture(page, '39-here')
  await page.getByRole('menuitem', { name: '这里的历史' }).click()
  await expect(page.locator('[data-spot="grid"]')).toContainText(grid.code)
  await expect(page.locator('[data-spot="region"] .spot-lane').first()).toBeVisible()
  await settled(page)
  await picture(page, '40-spot')
  await page.keyboard.press('Escape')
  await page.locator('.map').focus()
  await page.keyboard.press('h')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Enter')
  const bar = page.locator('[data-spot="grid"] button.strip-bar').first()
  await bar.click()
  await expect(page.locator('.thing-kind')).toHaveText('网格')
})

test('when another day is chosen, tiles, lists, counts and chart all ask for it', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const day = '2026-06-15'
  const asked: string[] = []
  page.on('request', (sent) => {
    const { pathname, search } = new URL(sent.url())
    if (pathname.startsWith('/tiles/') || pathname.startsWith('/api/')) asked.push(`${pathname}${search}`)
  })
  await openMap(page, `#grid=${grid.code}&asOf=${day}`)
  await expect(page.locator('.unit-row').first()).toBeVisible()
  await page.locator('.unit-row').first().click()
  await expect(page.locator('.cell').first()).toBeVisible()
  await page.getByRole('button', { name: '档案', exact: true }).click()
  await expect(page.locator('.thing-values')).toBeVisible()
  await settled(page)
  // What is of no day: the register itself, who asks, descent, and what was typed (which the page says).
  const timeless = /^\/api\/(info|search|session)|\/(lineage|versions)$/
  const dateless = asked.filter((address) => !timeless.test(address) && !address.includes(`asOf=${day}`))
  expect(dateless, 'requests that forgot the day').toEqual([])
  for (const part of ['/tiles/buildings/', '/tiles/grids/', '/summary', '/units', '/chart', '/api/things/building/']) {
    expect(asked.some((address) => address.includes(part)), part).toBe(true)
  }
  await page.locator('#search').fill('路')
  await expect(page.locator('.search-notice').first()).toContainText(day)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a shape is drawn by touch, the form out of its way', async ({ watched: page, request }) => {
    const { grid } = await gridTwelve(request)
    const [lon, lat] = grid.centre
    await openMap(page, `#map=18/${lat}/${lon}`)
    await page.getByRole('button', { name: '新增' }).click()
    await picture(page, '41-phone-begin')
    await page.locator('[data-begin="estate"]').click()
    await page.getByRole('button', { name: '在地图上画' }).click()
    await expect(page.locator('.shape-bar')).toBeVisible()
    await settled(page)
    for (const [x, y] of [[100, 320], [280, 320], [280, 480], [100, 480]] as const) await page.touchscreen.tap(x, y)
    await expect(page.locator('.shape-bar')).toContainText('4 个')
    await picture(page, '42-phone-drawing')
    await page.locator('.shape-bar').getByRole('button', { name: '完成' }).click()
    await expect(page.locator('[data-input="geometry"]')).toContainText('4 个')
    await picture(page, '43-phone-form')
    await page.getByRole('button', { name: '修改形状' }).click()
    await settled(page)
    await page.locator('.shape-corner').first().tap()
    await expect(page.locator('.shape-corner.is-selected')).toHaveCount(1)
    await picture(page, '44-phone-editing')
    await page.locator('.shape-bar').getByRole('button', { name: '删除此点' }).click()
    await expect(page.locator('.shape-corner')).toHaveCount(3)
    await page.locator('.shape-bar').getByRole('button', { name: '取消' }).click()
    await expect(page.locator('[data-input="geometry"]'), 'as it was').toContainText('4 个')
  })
})
