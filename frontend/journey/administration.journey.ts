import { expect, picture, test } from './steps'

test.describe('who administers', () => {
  test.use({ account: 'admin', refusals: [403, 409] })

  test('lands on the accounts, grants a role in a street and takes it back, and makes an account and a role', async ({ watched: page, request }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '账号与授权' })).toBeVisible()
    await expect(page.locator('.desk').getByRole('button', { name: /演示街道工作人员/ })).toBeVisible()
    await picture(page, 'administration-1-accounts')

    await page.getByLabel('用户名或姓名').fill('planner')
    await page.keyboard.press('Enter')
    await page.locator('.desk').getByRole('button', { name: /演示规划人员/ }).click()
    const card = page.getByRole('complementary', { name: '选中的账号' })
    await expect(card).toContainText('规划统计人员')
    await card.getByRole('button', { name: '授权', exact: true }).click()
    const form = page.getByRole('form', { name: '授权' })
    await form.getByLabel('角色').selectOption({ label: '街道工作人员' })
    // down to a street: by name, on the picture by keyboard and by mouse
    await form.getByLabel('第 1 级区划').selectOption({ index: 1 })
    const parts = form.getByRole('group', { name: '在图上选择范围' }).getByRole('button')
    await expect(form.getByLabel('第 2 级区划')).toBeVisible()
    await parts.first().press('Enter')
    await expect(form.getByLabel('第 3 级区划')).toBeVisible()
    await expect(parts).not.toHaveCount(0)
    await picture(page, 'administration-2-streets')
    await parts.first().click()
    await expect(form.getByLabel('第 3 级区划')).not.toHaveValue('')
    await form.getByLabel('代谁的岗（AB 岗）').fill('officer')
    await picture(page, 'administration-2-grant')
    await form.getByRole('button', { name: '授予' }).click()
    const made = card.getByRole('listitem').filter({ hasText: '街道工作人员' })
    await expect(made).toContainText('代 演示街道工作人员')
    const ids = (await (await request.get('/api/accounts?words=planner')).json()) as { items: { id: number; roles: string[] }[] }
    expect(ids.items[0]?.roles).toContain('街道工作人员')
    await picture(page, 'administration-3-granted')
    await made.getByRole('button', { name: '收回' }).click()
    await expect(made).toHaveCount(0)

    await page.getByLabel('用户名或姓名').fill('admin')
    await page.keyboard.press('Enter')
    await page.locator('.desk').getByRole('button', { name: /演示系统管理员/ }).click()
    await card.getByRole('button', { name: '停用' }).click()
    await expect(card.getByRole('alert'), 'the last administrator stays').toContainText('没有人能管理账号')

    await page.getByRole('button', { name: '新建账号' }).click()
    await page.getByLabel('用户名', { exact: true }).fill(`wang.${Date.now()}`)
    await page.getByLabel('姓名', { exact: true }).fill('王新')
    await page.getByRole('button', { name: '建立', exact: true }).click()
    await expect(card.getByRole('status')).toContainText('临时密码只显示这一次')
    await expect(card).toContainText('王新')
    await picture(page, 'administration-4-made')

    await page.getByRole('button', { name: '角色', exact: true }).click()
    await page.locator('.desk').getByRole('button', { name: /审计员/ }).click()
    await expect(page.getByText('自带的角色不能改')).toBeVisible()
    await page.getByRole('button', { name: '新建角色' }).click()
    await page.getByLabel('名称').fill('消防检查')
    await page.getByLabel('查看登记簿：地图、房屋、地址、网格与统计').check()
    await picture(page, 'administration-5-role')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.locator('.desk').getByRole('button', { name: /消防检查/ }).first()).toBeVisible()
  })
})

test.describe('who audits', () => {
  test.use({ account: 'auditor' })

  test('lands on the log, finds who looked at a person, what an account looked at, and that the log is sound', async ({ watched: page, playwright, baseURL }) => {
    const officer = await playwright.request.newContext({
      ...(baseURL ? { baseURL } : {}),
      extraHTTPHeaders: { Authorization: `Basic ${Buffer.from('officer:demo-only').toString('base64')}` },
    })
    const grids = (await (await officer.get('/api/grids?geometry=false&limit=20')).json()) as { items: { code: string }[] }
    let person = 0
    for (const { code } of grids.items) {
      const people = (await (await officer.get(`/api/grids/${code}/people?limit=100`)).json()) as { items: { id: number }[] }
      person = people.items[0]?.id ?? person
    }
    expect((await officer.get(`/api/things/person/${person}`)).status()).toBe(200)
    await officer.dispose()

    await page.goto('/')
    await expect(page.getByRole('heading', { name: '日志' })).toBeVisible()
    await expect(page.locator('.desk-table')).toContainText('列出人员')
    await picture(page, 'audit-1-log')
    await page.getByLabel('人员编号').fill(String(person))
    await page.keyboard.press('Enter')
    const rows = page.locator('.desk-table tbody tr')
    await expect(rows.first()).toContainText('打开人员')
    await expect(rows.first()).toContainText('演示街道工作人员')
    await rows.first().getByRole('button', { name: '演示街道工作人员' }).click()
    await page.getByRole('button', { name: '清除' }).click()
    await page.getByLabel('种类').selectOption({ label: '登录与密码' })
    await expect(rows.first()).toContainText('登录')

    await page.getByRole('button', { name: '查看量' }).click()
    await expect(page.locator('.volume-chart')).toBeVisible()
    await picture(page, 'audit-2-volumes')
    await page.locator('.desk-table tbody tr').first().locator('.is-number .link').click()
    await expect(page.getByLabel('用户名', { exact: true })).not.toHaveValue('')
    await expect(rows.first()).toContainText('人员')

    await page.getByRole('button', { name: '是否完好' }).click()
    await expect(page.getByText('日志完好')).toBeVisible()
    await picture(page, 'audit-3-chain')

    await page.getByRole('button', { name: '记录', exact: true }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 CSV' }).click()
    expect((await download).suggestedFilename()).toContain('.csv')
  })
})

test.describe('everybody', () => {
  test.use({ account: 'officer' })

  test('begins with their grids, and sees what they did', async ({ watched: page }) => {
    await page.goto('/')
    await expect(page.locator('.panel').getByRole('heading', { name: '网格' })).toBeVisible()
    await expect(page.locator('#search')).toBeVisible()
    await page.getByRole('button', { name: '账号', exact: true }).click()
    await page.getByRole('menuitem', { name: '我的账号' }).click()
    await page.getByRole('button', { name: '看我做过什么' }).click()
    await expect(page.locator('.activity')).toContainText('登录')
    await picture(page, 'audit-4-own-activity')
  })
})

for (const { account, heading } of [
  { account: 'planner', heading: '任意范围内的空置房' },
  { account: 'gis', heading: '网格' },
]) {
  test.describe(`the page of ${account}`, () => {
    test.use({ account })

    test('is the first they see', async ({ watched: page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
    })
  })
}
