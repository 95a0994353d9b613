import { createHmac } from 'node:crypto'
import { expect, openMap, picture, settled, test } from './steps'

test.describe('signing in', () => {
  test.use({ account: null, refusals: [401] })

  test('nobody sees more than the sign-in page; a wrong password is told; a demo account goes in and out', async ({ watched: page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '双实空间登记' })).toBeVisible()
    await expect(page.getByText('演示数据', { exact: true })).toBeVisible()
    await expect(page.getByLabel('用户名')).toBeFocused()
    await page.waitForLoadState('networkidle')
    expect(asked.filter((path) => path.startsWith('/api/') || path.startsWith('/tiles/'))).toEqual(['/api/session'])
    await picture(page, 'account-1-sign-in')

    await page.keyboard.type('officer')
    await page.keyboard.press('Tab')
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('用户名或密码不对')
    await expect(page.getByLabel('密码')).toBeFocused()
    await page.keyboard.type('demo-only')
    await page.keyboard.press('Enter')
    await expect(page.locator('.map')).toBeVisible()
    await settled(page)

    await page.getByRole('button', { name: '账号', exact: true }).click()
    await expect(page.getByRole('menu')).toContainText('街道工作人员')
    await picture(page, 'account-2-menu')
    await page.getByRole('menuitem', { name: '我的账号' }).click()
    await expect(page.locator('.panel')).toContainText('全市')
    await expect(page.locator('.panel')).toContainText('当前')
    await picture(page, 'account-3-own')

    await page.getByRole('button', { name: '账号', exact: true }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(page.getByLabel('用户名')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('用户名')).toBeVisible()
  })

  test('the auditor has nothing to do with the map', async ({ watched: page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: /审计员/ }).click()
    await expect(page.getByRole('heading', { name: '日志' }), 'on its own page').toBeVisible()
    await expect(page.locator('.map')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '图层' })).toHaveCount(0)
    await picture(page, 'account-4-auditor')
  })
})

test.describe('a session that is over', () => {
  test.use({ refusals: [401] })

  test('is asked for again over the page, and what was being done goes on', async ({ watched: page }) => {
    await openMap(page)
    await page.keyboard.press('/')
    await page.context().clearCookies({ name: 'registry_session' })
    await page.keyboard.type('人民')
    const dialog = page.getByRole('dialog', { name: '请重新登录' })
    await expect(dialog).toBeVisible()
    await expect(dialog.getByLabel('用户名')).toHaveValue('steward')
    await picture(page, 'account-5-again')
    await dialog.getByLabel('密码').fill('demo-only')
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('#search'), 'what was typed is still there').toHaveValue('人民')
    await expect(page.getByRole('option').first(), 'what was asked for came').toBeVisible()
  })
})

test.describe('a role that asks for a second factor', () => {
  test.use({ account: null, refusals: [400, 401, 403] })

  test('sets up an authenticator at the first sign-in and gives its code at the next', async ({ watched: page }) => {
    await page.goto('/')
    const signIn = async () => {
      await page.getByLabel('用户名').fill('li.ming')
      await page.getByLabel('密码').fill('three brown kettles')
      await page.keyboard.press('Enter')
    }
    await signIn()
    await expect(page.getByRole('img', { name: '验证器的二维码' })).toBeVisible()
    const secret = (await page.locator('.totp-secret').textContent()) ?? ''
    await page.getByLabel('验证码').fill('000000')
    await expect(page.getByRole('alert')).toContainText('验证码不对')
    await picture(page, 'account-6-enrolment')
    await page.getByLabel('验证码').fill(totp(secret, Date.now()))
    await expect(page.locator('.recovery-codes li')).toHaveCount(10)
    const recovery = (await page.locator('.recovery-codes li').first().textContent()) ?? ''
    await picture(page, 'account-7-recovery')
    await page.getByRole('button', { name: '已经保存好，继续' }).click()
    await expect(page.locator('.map')).toBeVisible()

    await page.getByRole('button', { name: '账号', exact: true }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await signIn()
    await expect(page.getByLabel('验证码（或恢复码）')).toBeFocused()
    await picture(page, 'account-8-code')
    await page.keyboard.type(recovery)
    await page.keyboard.press('Enter')
    await expect(page.locator('.map')).toBeVisible()
    await settled(page)
  })
})

/** RFC 6238, as an authenticator works it out. */
function totp(secret: string, now: number): string {
  const bits = Array.from(secret.replace(/\s/g, ''), (letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const hash = createHmac('sha1', key).update(step).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
