import { stat } from 'node:fs/promises'
import type { UnitCount } from '../src/api/types'
import { expect, gridsNumbered, gridTwelve, inked, openMap, picture, settled, test } from './steps'

test('from the number 12 to the vacant units of that grid, to the building and its chart', async ({ watched: page, request }) => {
  const { grid, summary } = await gridTwelve(request)
  const namesakes = await gridsNumbered(request, 12)
  expect(namesakes.length, 'several communities have a grid 12').toBeGreaterThan(1)
  await openMap(page)
  // Buildings come nearer by: where the whole register is in view depends on its size.
  for (const pane of ['base', 'boundaries', 'labels']) {
    await expect.poll(() => inked(page, pane), { message: `${pane} is drawn` }).toBeGreaterThan(1000)
  }
  await picture(page, '1-map')

  await page.keyboard.press('/')
  await page.keyboard.type('12')
  const choices = page.getByRole('option').filter({ hasText: '12 号网格' })
  await expect(choices).toHaveCount(namesakes.length)
  await page.keyboard.press('Enter')
  await expect(choices, 'several are a choice, never a guess').toHaveCount(namesakes.length)
  await expect(page.locator('.panel')).toHaveCount(0)
  await picture(page, '2-number')
  await choices.filter({ hasText: grid.community?.name ?? '' }).filter({ hasText: grid.name }).click()

  await expect(page.locator('.grid-head')).toContainText(grid.name)
  for (const [state, count] of Object.entries(summary.unitsByOccupancy)) {
    await expect(page.locator(`.figure-list [data-state="${state}"] b`)).toHaveText(count.toLocaleString('zh-CN'))
  }
  const rows = page.locator('.unit-row')
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBe(Math.min(summary.unitsByOccupancy.VERIFIED_VACANT, 200))
  await expect.poll(() => inked(page, 'buildings'), { message: 'buildings are drawn' }).toBeGreaterThan(1000)
  await settled(page)
  await picture(page, '3-grid')

  await expect(rows.first(), 'the list is seen without scrolling').toBeInViewport()
  await rows.first().hover()
  await expect.poll(() => inked(page, 'highlight'), { message: 'the building lights up' }).toBeGreaterThan(50)
  await picture(page, '4-lit')
  await page.mouse.move(1300, 450)

  await page.locator('.state-tabs button').nth(1).click()
  await page.locator('.state-tabs button').first().click()
  await expect(rows.first()).toBeVisible()
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')

  await expect(page.locator('.chart-table')).toBeVisible()
  await expect(page.locator('.panel-body'), 'the keyboard goes on in the panel').toBeFocused()
  expect(await page.locator('.cell[data-state="VERIFIED_VACANT"]').count()).toBeGreaterThan(0)
  await page.locator('.cell[data-state="VERIFIED_VACANT"]').first().focus()
  await expect(page.locator('.cell.is-kept'), 'the room whose row led here').toHaveAttribute('data-state', 'VERIFIED_VACANT')
  await expect(page.locator('.unit-detail')).toContainText('核实空置')
  await settled(page)
  await picture(page, '5-chart')
  expect(page.url()).toMatch(/#map=[\d.]+\/[\d.]+\/[\d.]+&grid=\d{15}&building=\d+$/)

  const listed = Math.min(summary.unitsByOccupancy.VERIFIED_VACANT, 200)
  await page.locator('.panel-body').focus()
  await page.keyboard.press('Tab')
  await expect(page.locator('.back-link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows, 'the list is where it was left').toHaveCount(listed)
  await expect(rows.first(), 'and so is the keyboard').toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.panel')).toHaveCount(0)
})

test('every number of a grid opens as many rows', async ({ watched: page, request }) => {
  const { grid, summary } = await gridTwelve(request)
  await openMap(page, `#grid=${grid.code}`)
  const opens = async (name: string, count: number, row: string) => {
    await page.locator('.figures button').filter({ hasText: name }).filter({ hasText: count.toLocaleString('zh-CN') }).first().click()
    await expect(page.locator(row), name).toHaveCount(Math.min(count, 200))
  }
  const { OWN, RENTED, BUSINESS, DORMITORY } = summary.occupiedBy
  for (const [name, count] of [['自住', OWN], ['出租', RENTED], ['经营', BUSINESS], ['宿舍', DORMITORY]] as const) await opens(name, count, '.unit-row')
  await opens('有登记无人住', summary.contradictions, '.unit-row')
  await opens('楼栋', summary.buildings, '.paged-rows > li')
  await opens('单位商户', summary.organisations, '.paged-rows > li')
  await settled(page)
  await picture(page, '6-organisations')
})

test('a click on the map picks the grid, a click on a building opens its chart', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const [lon, lat] = grid.centre
  await openMap(page, `#map=15/${lat}/${lon}`)
  const stage = await page.locator('.map').boundingBox()
  if (!stage) throw new Error('no map')
  await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2)
  await expect(page.locator('.grid-code')).toContainText(grid.code)

  const unit = ((await (await request.get(`/api/grids/${grid.code}/units?limit=1`)).json()) as { items: { building: { lon: number; lat: number } }[] }).items[0]
  if (!unit) throw new Error('no unit in the grid')
  await page.goto('about:blank')
  await openMap(page, `#map=18/${unit.building.lat}/${unit.building.lon}`)
  await page.mouse.click(stage.x + stage.width / 2, stage.y + stage.height / 2)
  await expect(page.locator('.chart-table')).toBeVisible()
})

test('any area drawn on the map lists its vacant units, which leave as a file', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const [west, south, east, north] = grid.bbox
  await openMap(page, `#map=16/${(south + north) / 2}/${(west + east) / 2}`)
  await page.getByRole('button', { name: '空置', exact: true }).click()
  const counted = page.waitForResponse((response) => response.url().endsWith('/api/units/count'))
  for (const [x, y] of [[620, 150], [1250, 180], [1300, 640], [650, 700]] as const) await page.mouse.click(x, y)
  await picture(page, '7-drawing')
  await page.keyboard.press('Enter')
  const count = (await (await counted).json()) as UnitCount
  await expect(page.locator('.area-total b')).toHaveText(count.unitsByOccupancy.VERIFIED_VACANT.toLocaleString('zh-CN'))
  expect(Object.values(count.unitsByOccupancy).reduce((sum, part) => sum + part, 0)).toBe(count.units)
  await expect(page.locator('.unit-row').first()).toBeVisible()
  await settled(page)
  await picture(page, '8-area')

  await page.locator('.panel').getByRole('button', { name: '导出' }).click()
  await page.locator('.export-form input[value=csv]').check()
  await picture(page, '9-export')
  await page.locator('.export-form .el-select').first().click()
  await expect(page.locator('.el-select-dropdown:visible')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.el-select-dropdown:visible')).toHaveCount(0)
  await expect(page.locator('.export-form'), 'Esc closes the choice alone').toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.export-form')).toHaveCount(0)
  await page.locator('.panel').getByRole('button', { name: '导出' }).click()
  await page.locator('.export-form input[value=csv]').check()
  const downloading = page.waitForEvent('download')
  await page.locator('.export-form button[type=submit]').click()
  const file = await (await downloading).path()
  expect((await stat(file)).size).toBeGreaterThan(0)
  await expect(page.locator('.export-state')).toContainText('已完成')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true })

  test('the panel is a sheet from below and the chart scrolls inside it', async ({ watched: page, request }) => {
    const { grid } = await gridTwelve(request)
    await openMap(page)
    await picture(page, '10-phone-map')
    await page.locator('#search').fill(String(grid.number))
    await page.getByRole('option').filter({ hasText: grid.community?.name ?? '' }).filter({ hasText: grid.name }).tap()
    await expect(page.locator('.grid-head')).toContainText(grid.name)
    const sheet = await page.locator('.panel').boundingBox()
    expect(sheet?.width).toBe(390)
    expect(sheet?.y ?? 0).toBeGreaterThan(300)
    await settled(page)
    await picture(page, '11-phone-grid')

    await page.locator('.unit-row').first().tap()
    await expect(page.locator('.chart-table')).toBeVisible()
    await settled(page)
    await picture(page, '12-phone-chart')
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out sideways').toBeLessThanOrEqual(390)
  })
})
