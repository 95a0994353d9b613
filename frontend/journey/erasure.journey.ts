import { expect, gridTwelve, openMap, picture, settled, test } from './steps'

interface Row {
  id: number
}

test('one asks that somebody be erased, another confirms, and the card says so', async ({ watched: page, request, playwright, baseURL }) => {
  const as = (account: string) =>
    playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), extraHTTPHeaders: { Authorization: `Basic ${Buffer.from(`${account}:demo-only`).toString('base64')}` } })
  const admin = await as('admin')
  const other = await as('gis')
  const accounts = ((await (await admin.get('/api/accounts')).json()) as { items: (Row & { name: string })[] }).items
  const grants = `/api/accounts/${accounts.find(({ name }) => name === 'gis')?.id}/grants`
  const granted = ((await (await admin.post(grants, { data: { role: 'steward' } })).json()) as { items: Row[] }).items
  const grant = Math.max(...granted.map(({ id }) => id))

  const { grid } = await gridTwelve(request)
  const { items } = (await (await request.get(`/api/grids/${grid.code}/units?occupancy=VERIFIED_VACANT&limit=1`)).json()) as { items: Row[] }
  const arrive = async (name: string) => {
    const answer = await request.post('/api/persons/arrive', { data: { why: '走访登记', values: { name, nationality: 'CHN', phone: '13800001111', birthDate: '1988-08-08' }, residence: { unit: items[0]?.id, role: 'LODGER' } } })
    expect(answer.status(), await answer.text()).toBe(201)
    return ((await answer.json()) as Row).id
  }
  const asking = await arrive('孙申请')
  const asked = await arrive('李被删')
  expect((await other.post('/api/erasures', { data: { person: asked, basis: 'RETENTION', why: '租住登记保存期满' } })).status()).toBe(201)

  await openMap(page, `#thing=person/${asking}`)
  await page.getByRole('button', { name: '申请删除个人信息' }).click()
  const dialog = page.locator('.reveal-dialog')
  const send = dialog.getByRole('button', { name: '提出申请' })
  await expect(send, 'a reason first').toBeDisabled()
  await dialog.locator('input[name="why"]').fill('本人来函')
  await settled(page)
  await picture(page, 'erasure-1-ask')
  await send.click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('等待另一人确认')).toBeVisible()
  await settled(page)
  await picture(page, 'erasure-2-waiting')

  await page.getByRole('button', { name: '看删除申请' }).click()
  const row = (id: number) => page.locator('.desk-table tbody tr').filter({ hasText: String(id) })
  await expect(row(asking)).toContainText('须由另一人确认')
  await expect(row(asking).getByRole('button', { name: '确认删除' })).toHaveCount(0)
  await settled(page)
  await picture(page, 'erasure-3-requests')
  await row(asking).getByRole('button', { name: '撤回申请' }).click()
  await dialog.locator('input[name="why"]').fill('弄错了人')
  await dialog.locator('input[name="why"]').press('Enter')
  await expect(row(asking)).toHaveCount(0)

  await row(asked).getByRole('button', { name: '确认删除' }).click()
  const confirm = dialog.getByRole('button', { name: '确认删除' })
  await expect(confirm, 'nothing by a slip').toBeDisabled()
  await dialog.getByRole('checkbox').check()
  await settled(page)
  await picture(page, 'erasure-4-confirm')
  await confirm.click()
  await expect(row(asked)).toHaveCount(0)

  await page.getByRole('button', { name: '全部', exact: true }).click()
  await expect(row(asked)).toContainText('已删除')
  await row(asked).getByRole('button', { name: '（已删除）' }).click()
  await expect(page.locator('.thing-head h2')).toHaveText('（已删除）')
  await expect(page.getByText('依法删除。住处、日期和统计仍在')).toBeVisible()
  await settled(page)
  await picture(page, 'erasure-5-erased')
  expect(await page.content()).not.toContain('13800001111')

  expect((await admin.delete(`${grants}/${grant}`)).status()).toBe(200)
  await admin.dispose()
  await other.dispose()
})
