import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import type { BuildingChart, ChartUnit } from '@/api/types'
import OccupancyChart from '@/chart/OccupancyChart.vue'
import { chartTable } from '@/chart/chartTable'
import zhCN from '@/i18n/zh-CN'

function unit(id: number, room: string, over: Partial<ChartUnit> = {}): ChartUnit {
  return {
    id,
    room,
    occupancy: 'OCCUPIED',
    basis: 'OWN',
    contradiction: false,
    hint: null,
    evidence: null,
    entrance: null,
    address: null,
    floor: 1,
    use: 'DWELLING',
    areaM2: null,
    people: 2,
    ...over,
  }
}

const CHART: BuildingChart = {
  building: { id: 1, name: '3幢', address: null },
  asOf: '2026-11-24',
  entrances: [
    { id: 12, name: '2单元', ordinal: 2, floors: [{ floor: 2, units: [unit(4, '203', { occupancy: 'VERIFIED_VACANT', basis: null, people: 0 })] }] },
    {
      id: 11,
      name: '1单元',
      ordinal: 1,
      floors: [
        { floor: 2, units: [unit(2, '201'), unit(3, '202', { contradiction: true })] },
        { floor: -1, units: [unit(9, 'B01', { occupancy: null, basis: null, people: 0, use: 'GARAGE' })] },
      ],
    },
  ],
}

describe('the chart as a table', () => {
  it('sets entrances in order, floors from the top, and keeps the columns aligned', () => {
    const table = chartTable(CHART)
    expect(table.entrances.map(({ name, columns }) => [name, columns])).toEqual([['1单元', 2], ['2单元', 1]])
    expect(table.floors.map(({ floor }) => floor)).toEqual([2, -1])
    expect(table.floors.map(({ cells }) => cells.map((own) => own.map((it) => it?.room ?? null)))).toEqual([
      [['201', '202'], ['203']],
      [['B01', null], [null]],
    ])
    expect(table.units).toBe(4)
  })
})

describe('the chart on the page', () => {
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': zhCN } })
  const render = (chart: BuildingChart, chosen: number | null = null) => renderToString(createSSRApp(OccupancyChart, { chart, chosen }).use(i18n))

  it('says every room in words, for those who do not see the colour', async () => {
    const html = await render(CHART)
    expect(html).toContain('aria-label="203，核实空置，住宅"')
    expect(html).toContain('aria-label="202，有人居住使用，自住，居住 2 人，有登记无人住，待走访，住宅"')
    expect(html).toContain('aria-label="B01，不计居住状态，车库"')
  })

  it('holds the room that led here, and no other', async () => {
    expect((await render(CHART)).match(/aria-pressed="true"/g)).toBeNull()
    const html = await render(CHART, CHART.entrances[0]?.floors[0]?.units[0]?.id)
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1)
  })

  it('says so when a building has no unit', async () => {
    expect(await render({ ...CHART, entrances: [] })).toContain(zhCN.building.noUnits)
  })
})
