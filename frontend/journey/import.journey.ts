import { expect, picture, settled, test } from './steps'

const square = (id: string, name: string, lon: number, lat: number) => ({
  type: 'Feature',
  properties: { id, name, use: 'RESIDENTIAL' },
  geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + 0.0001, lat], [lon + 0.0001, lat + 0.0001], [lon, lat + 0.0001], [lon, lat]]] },
})

test('a steward sends a file, sees what it would come to, and writes it', async ({ watched: page, request }) => {
  const { items } = (await (await request.get('/api/grids?limit=1')).json()) as { items: { geometry: { coordinates: number[][][][] } }[] }
  const [lon = 0, lat = 0] = items[0]?.geometry.coordinates[0]?.[0]?.[0] ?? []
  const file = {
    name: '新建楼栋.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [square('n1', '新一楼', lon, lat), square('n2', '新二楼', lon + 0.0003, lat), square('n2', '同号楼', lon + 0.0006, lat)] })),
  }

  await page.goto('/')
  await expect(page.getByRole('heading', { name: '导入' }), 'a steward lands here').toBeVisible()
  const check = page.getByRole('button', { name: '送去检查' })
  await expect(check).toBeDisabled()
  await settled(page)
  await picture(page, 'import-1-empty')

  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(page.locator('select[name="kind"]'), 'guessed from the name').toHaveValue('buildings')
  await page.locator('input[name="source"]').fill(`走查 ${Date.now()}`)
  await page.locator('input[name="why"]').fill('房管局新增楼栋')
  await check.click()

  const card = page.locator('.intake-card')
  await expect(card.getByText('待写入')).toBeVisible({ timeout: 30_000 })
  await expect(card.locator('.intake-figures')).toContainText('3')
  await card.getByRole('button', { name: '逐行看' }).first().click()
  await expect(card.locator('.intake-rows li').first()).toBeVisible()
  await settled(page)
  await picture(page, 'import-2-checked')

  await card.getByRole('button', { name: '写入可用的 1 行' }).click()
  await expect(card.getByText('已写入')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.intake-history .is-chosen')).toContainText('已写入')
  await settled(page)
  await picture(page, 'import-3-written')

  const fetched = page.waitForEvent('download')
  await card.getByText('下载被拒绝的行').click()
  expect((await fetched).suggestedFilename()).toBe('新建楼栋.被拒绝.geojson')

  await card.getByRole('button', { name: '撤回整个导入…' }).click()
  await expect(card.locator('.intake-undo tbody tr').first()).toContainText('建筑物')
  await card.locator('input[name="undoWhy"]').fill('导错了文件')
  await settled(page)
  await picture(page, 'import-4-undo')
  await card.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(card.getByText('已撤回', { exact: true })).toBeVisible({ timeout: 30_000 })
  await settled(page)
  await picture(page, 'import-5-undone')

  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'import-6-phone')
})
