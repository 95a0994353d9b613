import { describe, expect, it } from 'vitest'
import type { SpotItem } from '@/api/places'
import type { ThingCard, Values } from '@/api/things'
import { addressParts, regionParts, standing } from '@/begin/suggest'
import { lanesOf } from '@/spot/lanes'
import { bundlesOf, firstAssignment, partsBody } from '@/work/assignment'
import { codeChoices, isCode } from '@/search/codeChoices'
import { worksOf } from '@/work/works'

const item = (given: Partial<SpotItem>): SpotItem => ({ kind: 'grid', id: 1, label: '格', code: '1', from: '2020-01-01', to: null, recordedFrom: '2026-01-01T00:00:00Z', recordedTo: null, ...given })
const card = (id: number, values: Values): ThingCard => ({ kind: 'region', id, etag: '', label: String(values.name), from: '2020-01-01', to: null, values, labels: {}, supersededBy: null, erasedAt: null })

describe('the history of a place', () => {
  it('puts the versions of one thing together, and neighbours that say the same', () => {
    const [lane, ...others] = lanesOf([
      item({ from: '2024-01-01', label: '新' }),
      item({ from: '2022-01-01', to: '2024-01-01', label: '旧' }),
      item({ from: '2020-01-01', to: '2022-01-01', label: '旧' }),
      item({ from: '2020-01-01', label: '错', recordedTo: '2026-02-01T00:00:00Z' }),
    ])
    expect(others).toEqual([])
    expect(lane?.label).toBe('新')
    expect(lane?.believed).toEqual([
      { from: '2020-01-01', to: '2024-01-01', label: '旧', code: '1' },
      { from: '2024-01-01', to: null, label: '新', code: '1' },
    ])
    expect(lane?.once.map(({ label }) => label)).toEqual(['错'])
  })

  it('goes from the widest to the smallest, and what is there last comes first', () => {
    const lanes = lanesOf([
      item({ kind: 'building', id: 9, code: null }),
      item({ id: 2, to: '2023-01-01', code: '2' }),
      item({ id: 3, from: '2023-01-01', code: '3' }),
      item({ kind: 'region', id: 5, code: '420106001001' }),
      item({ kind: 'region', id: 4, code: '420106' }),
      item({ id: 6, recordedTo: '2026-02-01T00:00:00Z', code: '6' }),
    ])
    expect(lanes.map(({ id }) => id)).toEqual([4, 5, 3, 2, 6, 9])
  })
})

describe('what a place tells of a new thing', () => {
  it('is only what stands there on the day and is believed', () => {
    expect(standing([item({ id: 1, to: '2024-01-01' }), item({ id: 2, recordedTo: '2026-02-01T00:00:00Z' }), item({ id: 3 })], '2025-01-01').map(({ id }) => id)).toEqual([3])
  })

  it('is the names of the regions, and the road where all doors agree on it', () => {
    const regions = [card(1, { level: 'DISTRICT', name: '澄湖区' }), card(2, { level: 'COMMUNITY', name: '东社区' })]
    const doors = [card(3, { city: '试验市', road: '内路' }), card(4, { city: '试验市', road: '外路' })]
    const names = (parts: ReturnType<typeof addressParts>) => Object.fromEntries(parts.map(({ name, value }) => [name, value]))
    expect(names(addressParts(regions, doors, [item({ kind: 'estate', label: '花园' })]))).toEqual({ city: '试验市', district: '澄湖区', community: '东社区', estate: '花园' })
    expect(names(addressParts(regions, doors.slice(0, 1), []))).toEqual({ city: '试验市', road: '内路', district: '澄湖区', community: '东社区' })
  })

  it('is the region it would be part of', () => {
    const regions = [card(1, { level: 'DISTRICT', name: '区', code: '420106' }), card(2, { level: 'STREET', name: '街', code: '420106001' }), card(3, { level: 'COMMUNITY', name: '社', code: '420106001001' })]
    expect(regionParts(regions)).toEqual([
      { name: 'level', value: 'COMMUNITY', label: '' },
      { name: 'code', value: '420106001', label: '' },
      { name: 'parent', value: 2, label: '街' },
    ])
  })
})

describe('a building divided', () => {
  const chart = {
    entrances: [
      { id: 11, name: '1单元', ordinal: 1, floors: [{ floor: 1, units: [{ id: 101, room: '101' }, { id: 102, room: '102' }] }] },
      { id: 12, name: '2单元', ordinal: 2, floors: [{ floor: 1, units: [{ id: 201, room: '101' }] }] },
      { id: null, name: null, ordinal: 3, floors: [{ floor: 1, units: [{ id: 301, room: '商1' }] }] },
    ],
  } as unknown as Parameters<typeof bundlesOf>[0]
  const box = (west: number) => ({ type: 'Polygon' as const, coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] })

  it('keeps each entrance in one part, there where its door is', () => {
    const bundles = bundlesOf(chart)
    expect(bundles.map(({ key }) => key)).toEqual(['entrance-11', 'entrance-12', 'unit-301'])
    const parts = [box(0), box(1)]
    const assignment = firstAssignment(bundles, new Map([[11, [0.5, -0.01]], [12, [1.5, 0.5]]]), parts)
    expect(assignment).toEqual({ 'entrance-11': 0, 'entrance-12': 1, 'unit-301': 0 })
    expect(partsBody(parts, ['甲', ' '], bundles, assignment)).toEqual([
      { values: { geometry: parts[0], name: '甲' }, units: [101, 102, 301] },
      { values: { geometry: parts[1] }, units: [201] },
    ])
  })
})

describe('what can become of a thing', () => {
  it('depends on what it is, and on how it stands', () => {
    expect(worksOf('building', { status: 'PLANNED' })).toEqual(['stand'])
    expect(worksOf('building', { status: 'STANDING' })).toEqual(['demolish', 'merge', 'split'])
    expect(worksOf('building', { status: 'DEMOLISHED' })).toEqual([])
    expect(worksOf('road', {})).toEqual(['rename'])
    expect(worksOf('unit', {})).toEqual([])
  })
})

describe('a code', () => {
  const t = (key: string) => key
  const holder = { code: '420106001001001', kind: 'grid' as const, id: 1, name: '老格', from: '2020-01-01', to: '2026-01-01', held: false, supersededBy: [{ kind: 'grid' as const, id: 2, code: '420106001001007', name: '新格' }] }

  it('is one of a district, street, community or grid', () => {
    expect(['420106', '420106001', '420106001001', '420106001001001', '４２０１０６'].map(isCode)).toEqual([true, true, true, true, true])
    expect(['12', '42010', '4201060010010011'].map(isCode)).toEqual([false, false, false])
  })

  it('that nobody holds any more leads to what stands in its place first', () => {
    expect(codeChoices(holder, t).map(({ label }) => label)).toEqual(['新格', '老格'])
    expect(codeChoices({ ...holder, held: true, to: null }, t).map(({ label, sub }) => [label, sub])).toEqual([['老格', 'code.now']])
  })
})
