import { expect, gridTwelve, openMap, picture, settled, test } from './steps'

interface Row {
  id: number
}

test('somebody typed in twice is recognised, made one with who was there, and their history tells it', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const { items } = (await (await request.get(`/api/grids/${grid.code}/units?occupancy=VERIFIED_VACANT&limit=1`)).json()) as { items: Row[] }
  const unit = items[0]?.id
  if (unit === undefined) throw new Error('no vacant unit in grid 12')
  // Another one each time, so that the journey can be gone again.
  const passport = `E${Date.now().toString().slice(-8)}`
  const arrive = async (name: string, phone: string) => {
    const answer = await request.post('/api/persons/arrive', {
      data: {
        why: '走访登记',
        values: { name, nationality: 'CHN', documentType: 'PASSPORT', documentNumber: passport, phone, birthDate: '1988-08-08' },
        residence: { unit, role: 'TENANT' },
      },
    })
    expect(answer.status(), await answer.text()).toBe(201)
    return ((await answer.json()) as Row).id
  }
  const known = await arrive('钱重', '13800001111')

  await openMap(page, `#thing=unit/${unit}`)
  await page.getByRole('button', { name: '新来的人' }).click()
  await page.locator('[data-input="name"] input').fill('钱重')
  await page.locator('[data-input="documentType"] .el-select').click()
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '护照' }).click()
  const asked = page.waitForRequest('**/api/duplicates/check')
  await page.locator('[data-input="documentNumber"] input').fill(passport.toLowerCase())
  expect((await asked).url(), 'nothing of anybody in the address').not.toContain(passport)
  const warning = page.locator('.lookalikes')
  await expect(warning).toContainText('可能已登记')
  await expect(warning).toContainText('证件类型和号码相同')
  await expect(warning).not.toContainText(passport)
  await page.locator('[data-input="role"] .el-select').click()
  await page.locator('.el-select-dropdown__item:visible').filter({ hasText: '租' }).first().click()
  await page.locator('[data-input="phone"] input').fill('13900002222')
  await warning.scrollIntoViewIfNeeded()
  await picture(page, '24-lookalike')
  await page.locator('textarea[name="why"]').fill('走访登记')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('.thing-head h2')).toHaveText('钱*')
  await expect(page).toHaveURL(/thing=person\/\d+/)
  const second = Number(/thing=person\/(\d+)/.exec(page.url())?.[1])
  expect(second).not.toBe(known)

  await page.getByRole('button', { name: '合并重复登记' }).click()
  await page.locator('.twins .row').first().press('Enter')
  const phone = page.locator('[data-merge="phone"]')
  await expect(phone, 'the two differ').toHaveClass(/is-conflict/)
  const merge = page.getByRole('button', { name: '合并重复登记' })
  await expect(merge).toBeDisabled()
  await phone.locator(`input[value="${second}"]`).press('Space')
  await page.locator('textarea[name="why"]').fill('走访核实为同一人')
  await settled(page)
  await picture(page, '25-persons-merged')
  await merge.press('Enter')
  await expect(page).toHaveURL(new RegExp(`thing=person/${known}`))
  await expect(page.locator('.saved-bar')).toContainText('合并重复登记')
  await expect(page.locator('[data-field="phone"] dd'), 'the phone that was chosen').toContainText('2222')
  await expect(page.locator('[data-links="residence"] .residence-row'), 'one home').toHaveCount(1)

  await page.getByRole('tab', { name: '历史' }).click()
  await expect(page.locator('.chapter').first()).toHaveAttribute('data-change', 'CORRECTION')
  await expect(page.locator('.chapter').first()).toContainText('走访核实为同一人')
  await settled(page)
  await picture(page, '26-merged-history')

  await openMap(page, `#thing=person/${second}`)
  await expect(page.locator('.superseded')).toContainText('重复登记')
  await picture(page, '27-superseded')
  await page.locator('.superseded button').click()
  await expect(page).toHaveURL(new RegExp(`thing=person/${known}`))
})

test('who is registered here and lives elsewhere is counted and listed', async ({ watched: page, request }) => {
  const { grid, summary } = await gridTwelve(request)
  expect(summary.registered.away).toBeGreaterThan(0)
  await openMap(page, `#grid=${grid.code}`)
  const figure = page.locator('.figure-chips button').filter({ hasText: '户在人不在' })
  await expect(figure.locator('b')).toHaveText(String(summary.registered.away))
  await figure.press('Enter')
  await expect(page.locator('.rows-head h3')).toHaveText('户在人不在清单')
  await expect(page.locator('.paged-rows [data-row]').first()).toContainText('户籍')
  await settled(page)
  await picture(page, '28-away')
})

test('a person’s fields are masked until they are asked for with a reason, and for a while alone', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const { items } = (await (await request.get(`/api/grids/${grid.code}/people?limit=1`)).json()) as { items: Row[] }
  const id = items[0]?.id
  const sent: string[] = []
  page.on('request', (each) => sent.push(each.url()))
  await openMap(page, `#thing=person/${id}`)
  const number = page.locator('[data-field="documentNumber"] dd')
  const name = page.locator('.thing-head h2')
  await expect(number).toHaveText(/^\S{3}\*+\S{4}$/)
  await expect(name).toHaveText(/^.\*+$/)
  const masked = [await name.innerText(), await number.innerText()] as const

  // The whole way by keyboard.
  await page.getByRole('button', { name: '查看完整信息' }).press('Enter')
  const dialog = page.locator('.reveal-dialog')
  const show = dialog.getByRole('button', { name: '查看', exact: true })
  await expect(show, 'a reason first').toBeDisabled()
  await dialog.getByRole('button', { name: '核对证件' }).press('Enter')
  await settled(page)
  await picture(page, '29-reveal-reason')
  await dialog.locator('input[name="why"]').press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(number).toHaveText(/^[^*]{8,}$/)
  await expect(name).toHaveText(/^[^*]+$/)
  const full = await number.innerText()
  expect(sent.some((url) => url.includes(full) || decodeURIComponent(url).includes('核对证件')), 'nothing of it in an address').toBe(false)
  await settled(page)
  await picture(page, '30-revealed')

  await page.getByRole('button', { name: '立即遮盖' }).click()
  await expect(number).toHaveText(masked[1])
  await expect(name).toHaveText(masked[0])

  await page.clock.install()
  await page.getByRole('button', { name: '查看完整信息' }).click()
  await dialog.locator('input[name="why"]').fill('电话回访')
  await show.click()
  await expect(number).toHaveText(full)
  await page.clock.runFor(61_000)
  await expect(number, 'masked again by itself').toHaveText(masked[1])
})

test('somebody is found by the end of a document, masked, and nothing of it is in an address', async ({ watched: page, request }) => {
  const { grid } = await gridTwelve(request)
  const { items } = (await (await request.get(`/api/grids/${grid.code}/units?occupancy=VERIFIED_VACANT&limit=1`)).json()) as { items: Row[] }
  const passport = `G${Date.now().toString().slice(-8)}`
  const answer = await request.post('/api/persons/arrive', {
    data: {
      why: '走访登记',
      values: { name: '孙寻见', nationality: 'CHN', documentType: 'PASSPORT', documentNumber: passport, birthDate: '1979-09-09' },
      residence: { unit: items[0]?.id, role: 'TENANT' },
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)

  await openMap(page)
  const seen: string[] = []
  page.on('request', (each) => seen.push(each.url()))
  const box = page.getByRole('combobox', { name: '搜索' })
  await box.fill(`${passport.slice(-4)} 孙寻见`)
  const choice = page.getByRole('option').filter({ hasText: '孙**' })
  await expect(choice.first()).toContainText('1979-**-**')
  await picture(page, '31-person-found')
  await box.fill(passport.toLowerCase())
  await expect(choice).toHaveCount(1)
  await choice.click()
  await expect(page.locator('.thing-head h2')).toHaveText('孙**')
  await settled(page)
  expect(seen.filter((url) => url.includes(passport.slice(-4)) || url.includes(encodeURIComponent('孙寻见')))).toEqual([])
})
