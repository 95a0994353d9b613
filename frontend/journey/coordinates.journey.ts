import type { APIRequestContext } from '@playwright/test'
import { expect, picture, settled, test } from './steps'

type Position = [number, number]

interface Building {
  id: number
  name: string | null
  lon: number
  lat: number
}

const METRES_IN_DEGREE = 111_320
const HALF_SIDE = 0.00003

/** GCJ-02 of WGS 84 degrees, written down here by itself. */
function shifted([lon, lat]: Position): Position {
  const x = lon - 105
  const y = lat - 35
  const waves = (v: number, a: number, b: number, c: number, d: number) => a * Math.sin(v * Math.PI) + b * Math.sin((v / 3) * Math.PI) + c * Math.sin((v / 12) * Math.PI) + d * Math.sin((v / 30) * Math.PI)
  const common = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + ((common + waves(y, 20, 40, 160, 320)) * 2) / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + ((common + waves(x, 20, 40, 150, 300)) * 2) / 3
  const sin = Math.sin((lat * Math.PI) / 180)
  const magic = 1 - 0.006693421622965943 * sin * sin
  const metresNorth = (6_378_245 * (1 - 0.006693421622965943)) / (magic * Math.sqrt(magic))
  const metresEast = (6_378_245 / Math.sqrt(magic)) * Math.cos((lat * Math.PI) / 180)
  return [lon + ((east / metresEast) * 180) / Math.PI, lat + ((north / metresNorth) * 180) / Math.PI]
}

/** Inside points of the buildings of the first grids, or what was named so. */
async function buildingsOf(request: APIRequestContext, grids: number): Promise<Building[]> {
  const { items } = (await (await request.get(`/api/grids?geometry=false&limit=${grids}`)).json()) as { items: { code: string }[] }
  const lists = await Promise.all(items.map(async ({ code }) => ((await (await request.get(`/api/grids/${code}/buildings?limit=1000`)).json()) as { items: Building[] }).items))
  return lists.flat()
}

const corners = ({ lon, lat }: Building): Position[] => [
  [lon - HALF_SIDE, lat - HALF_SIDE],
  [lon + HALF_SIDE, lat - HALF_SIDE],
  [lon + HALF_SIDE, lat + HALF_SIDE],
  [lon - HALF_SIDE, lat + HALF_SIDE],
  [lon - HALF_SIDE, lat - HALF_SIDE],
]

const metresApart = (a: Building, b: Building): number => Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) * METRES_IN_DEGREE

test('a file from a consumer map is put right, another reading is asked about, and it is written where it belongs', async ({ watched: page, request }) => {
  const GRIDS = 4
  const truth = (await buildingsOf(request, GRIDS)).slice(0, 400)
  expect(truth.length).toBeGreaterThan(60)
  const mark = `图商${Date.now()}-`
  const features = truth.map((building) => ({
    type: 'Feature',
    properties: { id: String(building.id), name: mark + String(building.id), use: 'RESIDENTIAL' },
    geometry: { type: 'Polygon', coordinates: [corners(building).map(shifted)] },
  }))
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))

  await page.goto('/')
  await page.locator('input[type="file"]').setInputFiles({ name: '图商楼栋.geojson', mimeType: 'application/geo+json', buffer })
  await page.locator('input[name="source"]').fill(mark)
  await page.locator('input[name="why"]').fill('图商提供的楼栋')
  await page.getByRole('button', { name: '送去检查' }).click()

  const card = page.locator('.intake-card')
  const section = card.getByRole('region', { name: '坐标' })
  await expect(section).toContainText('GCJ-02', { timeout: 60_000 })
  await expect(section).toContainText('误差约 0')
  await expect(section.locator('circle.is-after').first()).toBeVisible()
  await settled(page)
  await picture(page, 'coordinates-1-found')

  await section.getByText('换一种读法').click()
  await section.getByRole('radio', { name: /^CGCS2000 经纬度/ }).check()
  await section.getByRole('button', { name: '按此重新检查' }).click()
  await expect(section.locator('.coordinates-doubt')).toContainText('与登记库不符', { timeout: 60_000 })
  await expect(card.getByRole('button', { name: /^写入/ }), 'waits for a yes').toBeDisabled()
  await settled(page)
  await picture(page, 'coordinates-2-doubt')

  await section.getByRole('radio', { name: /GCJ-02/ }).check()
  await section.getByRole('button', { name: '按此重新检查' }).click()
  await expect(section.locator('.coordinates-doubt')).toHaveCount(0, { timeout: 60_000 })
  await page.setViewportSize({ width: 390, height: 844 })
  await settled(page)
  await picture(page, 'coordinates-3-phone')
  await page.setViewportSize({ width: 1280, height: 800 })
  await card.getByRole('button', { name: /^写入/ }).click()
  await expect(card.getByText('已写入', { exact: true })).toBeVisible({ timeout: 60_000 })

  const written = (await buildingsOf(request, GRIDS)).filter(({ name }) => name?.startsWith(mark))
  expect(written.length).toBeGreaterThan(truth.length * 0.9)
  const furthest = Math.max(...written.map((building) => metresApart(building, truth.find(({ id }) => mark + String(id) === building.name) ?? building)))
  expect(furthest, 'metres from the truth').toBeLessThan(1)

  await card.getByRole('button', { name: '撤回整个导入…' }).click()
  await card.locator('input[name="undoWhy"]').fill('试验')
  await card.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(card.getByText('已撤回', { exact: true })).toBeVisible({ timeout: 60_000 })
})
