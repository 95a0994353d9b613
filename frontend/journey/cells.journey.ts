import type { PeopleCount } from '../src/api/types'
import { expect, gridTwelve, openMap, picture, settled, test } from './steps'

test.describe('who sees no names', () => {
  test.use({ account: 'planner' })

  test('is told of people by whole cells, which the map shows', async ({ watched: page, request }) => {
    const { grid, summary } = await gridTwelve(request)
    expect(summary.byCells?.cells, 'a grid of several cells').toBeGreaterThan(1)
    const [west, south, east, north] = grid.bbox
    await openMap(page, `#map=16/${(south + north) / 2}/${(west + east) / 2}&grid=${grid.code}`)
    await expect(page.locator('.by-cells')).toContainText(`${(summary).byCells?.cells ?? 0} 个单元`)
    await expect(page.locator('.tiles button:disabled')).toHaveCount(2)
    await settled(page)
    await picture(page, 'cells-1-grid')

    await page.locator('.rail').getByRole('button', { name: '空置', exact: true }).click()
    const counted = page.waitForResponse((response) => response.url().endsWith('/api/people/count'))
    for (const [x, y] of [[620, 150], [1250, 180], [1300, 640], [650, 700]] as const) await page.mouse.click(x, y)
    await page.keyboard.press('Enter')
    const count = (await (await counted).json()) as PeopleCount
    expect(count.byCells?.cells).toBeGreaterThan(0)
    await expect(page.locator('.by-cells')).toContainText('完全位于所画范围内')
    await expect(page.locator('[data-count=people]')).toContainText(count.people.total.toLocaleString('zh-CN'))
    await expect(page.locator('.leaflet-spotlight-pane path[stroke-dasharray]').first()).toBeAttached()
    await settled(page)
    await picture(page, 'cells-2-area')
  })
})
