// What the journeys share: a page that is watched, and what the register itself says.
import { expect, test as base, type APIRequestContext, type Page } from '@playwright/test'
import type { Grid, GridSummary, Page as ListPage } from '../src/api/types'

const DEMO_PASSWORD = 'demo-only'

/** A page whose every request stays on its own origin and whose console stays free of errors. */
export const test = base.extend<{ watched: Page; refusals: number[]; account: string | null }>({
  /** The demo account a journey is made with; null: nobody is signed in. */
  account: ['steward', { option: true }],
  /** Calls beside the page, as the same account. */
  request: async ({ playwright, baseURL, account }, use) => {
    const credentials = Buffer.from(`${account ?? ''}:${DEMO_PASSWORD}`).toString('base64')
    const context = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), extraHTTPHeaders: account ? { Authorization: `Basic ${credentials}` } : {} })
    await use(context)
    await context.dispose()
  },
  /** Statuses of refusals that are what a journey is about; the browser writes each to its console. */
  refusals: [[], { option: true }],
  watched: async ({ page, baseURL, refusals, account }, use) => {
    if (account) {
      const signedIn = await page.context().request.post('/api/session', { data: { name: account, password: DEMO_PASSWORD } })
      expect(signedIn.status(), `signed in as ${account}`).toBe(200)
    }
    const strangers: string[] = []
    const errors: string[] = []
    const home = new URL(baseURL ?? '').origin
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol.startsWith('http') && url.origin !== home) strangers.push(request.url())
    })
    page.on('console', (message) => {
      const isRefusal = refusals.some((status) => message.text().includes(`status of ${status} `))
      if (message.type() === 'error' && !isRefusal) errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    await use(page)
    expect(strangers, 'requests to another origin').toEqual([])
    expect(errors, 'errors on the console').toEqual([])
  },
})

export { expect }

export interface Known {
  readonly grid: Grid
  readonly summary: GridSummary
}

/** Every grid that answers to a number, the one with the most vacant units first. */
export async function gridsNumbered(request: APIRequestContext, number: number): Promise<Known[]> {
  const list = (await (await request.get(`/api/grids?geometry=false&number=${number}`)).json()) as ListPage<Grid>
  const known = await Promise.all(
    list.items.map(async (grid) => ({ grid, summary: (await (await request.get(`/api/grids/${grid.code}/summary`)).json()) as GridSummary })),
  )
  return known.sort((a, b) => b.summary.unitsByOccupancy.VERIFIED_VACANT - a.summary.unitsByOccupancy.VERIFIED_VACANT)
}

/** Grid 12 as people ask for it: of those of the demo district the one with the most vacant units. */
export async function gridTwelve(request: APIRequestContext): Promise<Known> {
  const [best] = await gridsNumbered(request, 12)
  if (!best || best.summary.unitsByOccupancy.VERIFIED_VACANT === 0) throw new Error('no vacant unit in a grid 12: is the demo district loaded?')
  return best
}

/** Some roles land elsewhere: an address that names the map leads to it. */
export async function openMap(page: Page, hash = '#map'): Promise<void> {
  await page.goto(`/${hash}`)
  await expect(page.locator('.map')).toBeVisible()
  await settled(page)
}

/** The map rests: no tile under way, the camera still. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.map')).toHaveAttribute('aria-busy', 'false')
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))))
}

/** How many dots of a canvas pane are inked. */
export async function inked(page: Page, pane: string): Promise<number> {
  return page.evaluate((name) => {
    let dots = 0
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>(`.leaflet-${name}-pane canvas`)) {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      for (let i = 3; i < pixels.length; i += 4) if (pixels[i] !== 0) dots++
    }
    return dots
  }, pane)
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `target/journey/${name}.png` })
}
