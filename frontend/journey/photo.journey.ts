import { expect, gridTwelve, openMap, picture, settled, test } from './steps'

test('a photo is added to a visit, looked at, and taken out again', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const { items } = (await (await request.get(`/api/grids/${grid.code}/units?occupancy=VERIFIED_VACANT&limit=1`)).json()) as { items: { id: number }[] }
  const made = await request.post('/api/things/evidence', { data: { why: '走访', values: { unit: items[0]?.id, kind: 'VISIT', finding: 'EMPTY', note: '门窗积灰' } } })
  expect(made.status(), await made.text()).toBe(201)
  const { id } = (await made.json()) as { id: number }

  await openMap(page, `#thing=evidence/${id}`)
  const photos = page.locator('.photos')
  await expect(photos).toContainText('还没有照片')
  const taken = { name: '门口.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg', quality: 90 }) }
  const field = photos.locator('input[type="file"]')
  await field.setInputFiles({ name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
  await expect(photos.getByRole('alert')).toContainText('说明.jpg')
  await field.setInputFiles(taken)
  const look = photos.getByRole('button', { name: '看照片' })
  await expect(look).toBeVisible()
  await settled(page)
  await picture(page, 'photo-1-covered')

  await look.click()
  const shown = photos.locator('img')
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
  await settled(page)
  await picture(page, 'photo-2-shown')

  await photos.getByRole('button', { name: '撤下' }).click()
  const send = photos.getByRole('button', { name: '撤下' })
  await expect(send, 'a reason first').toBeDisabled()
  await photos.locator('input[name="why"]').fill('拍错了门')
  await send.click()
  await expect(photos).toContainText('已撤下：拍错了门')
  await expect(shown).toHaveCount(0)
})
