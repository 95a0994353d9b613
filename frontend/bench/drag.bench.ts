// Main-thread work while a border is dragged in a city of grids: by pointer move, from a trace of the browser. Nothing is asserted of times.
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { cityOf } from './city'

const GRIDS = Number(process.env.DRAG_GRIDS ?? 7000)
const PER_GRID = Number(process.env.DRAG_BUILDINGS ?? 200)
const DRAGS = 12
const MOVES = 25
/** Pixels around the middle. */
const REACH = 26
/** Between moves; nothing is asked of the page meanwhile. */
const MILLIS_BETWEEN = 50
/** A grid is some 250 pixels wide. */
const CLOSE = 17
const DIST = new URL('../target/dist/', import.meta.url).pathname
const KINDS: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }

const pause = (millis: number): Promise<void> => new Promise((resume) => setTimeout(resume, millis))

interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  pid: number
  tid: number
  args: { name?: string }
}

/** The built page and what the service would answer. A city is too large to be handed over by the script. */
async function serving(answers: Readonly<Record<string, unknown>>): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const answer = answers[pathname]
    if (answer !== undefined) return response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    if (pathname.startsWith('/tiles/')) return response.writeHead(204).end()
    const file = pathname === '/' ? 'index.html' : pathname.slice(1)
    readFile(join(DIST, file)).then(
      (body) => response.setHeader('content-type', KINDS[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return server
}

test('drag', async ({ page, browser }) => {
  const city = cityOf(GRIDS, PER_GRID)
  const who = { name: 'bench', displayName: 'bench', demo: false, obstacle: 'NOTHING', roles: [], permissions: ['REGISTER_READ', 'GRID_PLAN'], sights: {}, areas: { wholeCity: true, communities: [], grids: [] } }
  const answers: Readonly<Record<string, unknown>> = {
    '/api/session': { who, demo: false, first: false, provider: null },
    '/api/info': { demo: false, name: 'bench', today: '2026-01-01', lastChange: null, extent: [114, 30.3, 114.26, 30.56], counts: { buildings: 0, grids: GRIDS, units: 0 }, settings: { ageingMonths: 6, staleMonths: 12 } },
    '/api/grid-plans': { items: [city.plan], next: null },
    '/api/grid-plans/1': city.plan,
    '/api/grid-plans/1/ground': city.ground,
    '/api/grid-plans/1/buildings': city.buildings,
    '/api/grid-plans/1/faults': [],
    '/api/grid-plans/1/comments': { items: [], next: null },
  }
  const server = await serving(answers)
  await page.addInitScript(() => {
    addEventListener('pointermove', ({ buttons }) => buttons === 1 && performance.mark('move'), true)
    addEventListener('pointerup', () => performance.mark('moved'), true)
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/#map`)
  await page.getByRole('button', { name: '方案', exact: true }).click()
  const began = Date.now()
  await page.locator('.intake-history button').first().dblclick()
  await expect(page.locator('.plan-grids li').first()).toBeVisible({ timeout: 300_000 })
  const opened = Date.now() - began

  // The grid in the middle, with its neighbours around it.
  await page.locator('.map').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.grid-side')).toBeVisible()
  const zoom = (): number => Number(/map=([\d.]+)/.exec(page.url())?.[1])
  for (let n = 0; n < 12 && !(zoom() >= CLOSE); n++) {
    await page.keyboard.press('+')
    await page.waitForTimeout(600)
  }
  expect(zoom(), 'close enough to take hold of a corner').toBeGreaterThanOrEqual(CLOSE)
  await page.keyboard.press('n')
  await page.waitForLoadState('networkidle')

  await pause(1000) // the address follows the map when it has come to rest
  const box = await page.locator('.map').boundingBox()
  if (!box) throw new Error('no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'blink.user_timing'] })
  let [hereX, hereY] = [x, y]
  let moved = 0
  const view = page.url()
  for (let drag = 0; drag < DRAGS; drag++) {
    await page.mouse.move(hereX, hereY)
    await page.mouse.down()
    const [toX, toY] = [x + Math.round(REACH * Math.cos(drag)), y + Math.round(REACH * Math.sin(drag))]
    for (let move = 1; move <= MOVES; move++) {
      await page.mouse.move(hereX + ((toX - hereX) * move) / MOVES, hereY + ((toY - hereY) * move) / MOVES)
      await pause(MILLIS_BETWEEN)
    }
    await page.mouse.up()
    await pause(4 * MILLIS_BETWEEN)
    // A corner that may not stay is back where it was taken from; a hand on bare ground would move the map.
    if ((await page.locator('.plan-hint.is-trouble').count()) > 0) continue
    ;[hereX, hereY] = [toX, toY]
    moved++
  }
  server.closeAllConnections()
  server.close()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const done = await page.locator('.plan-actions button').filter({ hasText: '撤销' }).getAttribute('aria-disabled')
  expect(done, 'borders were moved').toBe('false')
  expect(moved, 'most corners were let go where they may stay').toBeGreaterThan(DRAGS / 2)
  expect(page.url(), 'the map stayed where it was').toBe(view)

  const marks = traceEvents.filter(({ name }) => name === 'move' || name === 'moved').sort((a, b) => a.ts - b.ts)
  const pid = marks[0]?.pid
  const tid = traceEvents.find(({ name, args, pid: its }) => name === 'thread_name' && args.name === 'CrRendererMain' && its === pid)?.tid
  const tasks = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.name === 'RunTask')
  const work: number[] = []
  // A move is worked on from the task it came in to that of the next.
  const begins = marks.map(({ ts }) => tasks.find((task) => task.ts <= ts && ts < task.ts + (task.dur ?? 0))?.ts ?? ts)
  for (let n = 0; n + 1 < marks.length; n++) {
    const [from, to] = [begins[n] ?? 0, begins[n + 1] ?? 0]
    if (marks[n]?.name === 'move') work.push(tasks.filter(({ ts }) => ts >= from && ts < to).reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000)
  }
  work.sort((a, b) => a - b)
  const share = (part: number): string => (work[Math.min(work.length - 1, Math.floor(work.length * part))] ?? NaN).toFixed(1)
  const longest = (Math.max(...tasks.filter(({ ts }) => ts >= (marks[0]?.ts ?? 0)).map(({ dur = 0 }) => dur)) / 1000).toFixed(1)
  await writeFile(new URL('../target/drag.txt', import.meta.url), `${GRIDS} ${GRIDS * PER_GRID} ${work.length} ${share(0.5)} ${share(0.95)} ${longest} ${opened}\n`)
})
