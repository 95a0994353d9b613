import { expect, picture, settled, test } from './steps'

/** GB18030 as the decoder has it, the other way round; two bytes are enough for these words. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, [number, number]>()
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return Buffer.from(Array.from(text, (each) => each).flatMap((each) => codes.get(each) ?? [each.codePointAt(0) ?? 0]))
}

test('a steward says which column is what and what its words mean, once for a source', async ({ watched: page, request }) => {
  const { items } = (await (await request.get('/api/grids?limit=1')).json()) as { items: { geometry: { coordinates: number[][][][] } }[] }
  const [west = 0, south = 0] = items[0]?.geometry.coordinates[0]?.[0]?.[0] ?? []
  const row = (id: string, use: string, storeys: number, at: number) => {
    const lon = west + at * 0.0003
    const ring = [[lon, south], [lon + 0.0001, south], [lon + 0.0001, south + 0.0001], [lon, south + 0.0001], [lon, south]].map((point) => point.join(' ')).join(', ')
    return `${id},${use},${storeys},"POLYGON((${ring}))"`
  }
  const csv = (...rows: string[]) => gb18030(['编号,房屋使用性质,盖了几层,wkt', ...rows].join('\r\n'))
  const source = `街道台账 ${Date.now()}`
  const send = async (name: string, buffer: Buffer) => {
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await page.locator('select[name="kind"]').selectOption('buildings')
    await page.locator('input[name="source"]').fill(source)
    await page.locator('input[name="why"]').fill('街道送来的台账')
    await page.getByRole('button', { name: '送去检查' }).click()
  }
  const card = page.locator('.intake-card')
  const waiting = card.locator('header').getByText('待写入')

  await page.goto('/')
  await send('台账一.csv', csv(row('t1', '民宅', 6, 0), row('t2', '民宅', 3, 1), row('t3', '住宅', 2, 2)))
  await expect(waiting).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText('1 个不认识的值')).toBeVisible()

  await card.locator('.intake-mapping summary').click()
  const use = card.locator('select[name="field-房屋使用性质"]')
  await expect(use, 'guessed from its name').toHaveValue('use')
  await expect(card.locator('select[name="encoding"]')).toHaveValue('GB18030')
  await expect(card.locator('.intake-mapping-table')).toContainText('民宅 · 住宅')
  const storeys = card.locator('select[name="field-盖了几层"]')
  await expect(storeys, 'nobody knows').toHaveValue('')
  await settled(page)
  await picture(page, 'mapping-1-columns')

  await storeys.focus()
  await storeys.selectOption('floors')
  await card.locator('select[name="word-民宅"]').selectOption('RESIDENTIAL')
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'mapping-2-phone')
  await page.setViewportSize({ width: 1280, height: 800 })
  await card.getByRole('button', { name: '按这样再检查' }).press('Enter')
  await expect(card.getByText('1 个不认识的值')).toBeHidden()
  await expect(waiting).toBeVisible({ timeout: 30_000 })
  await card.getByRole('button', { name: '写入登记簿' }).click()
  await expect(card.locator('header').getByText('已写入')).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: '导入另一个文件' }).click()
  await send('台账二.csv', csv(row('t4', '民宅', 9, 3)))
  await expect(waiting).toBeVisible({ timeout: 30_000 })
  await expect(card.getByText('按上次的映射（第 1 版）')).toBeVisible()
  await expect(card.locator('.intake-mapping .is-warning'), 'no word is unknown any more').toHaveCount(0)
  await card.locator('.intake-mapping summary').click()
  await expect(storeys).toHaveValue('floors')
  await settled(page)
  await picture(page, 'mapping-3-again')
})
