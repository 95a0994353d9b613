import { describe, expect, it } from 'vitest'
import type { Change, ThingVersion, Values } from '@/api/things'
import { axisOf } from '@/thing/axis'
import { plusDays, plusMonths, shared, withoutAll } from '@/thing/days'
import { aliasesOf, otherNames } from '@/thing/names'
import { believed, chaptersOf, stepsOf } from '@/thing/history'
import { undoSteps } from '@/thing/undo'
import { yearMarks } from '@/shell/yearMarks'

const change = (id: number, kind: Change['kind']): Change => ({ id, kind, who: `w${id}`, when: `2026-01-0${id}T00:00:00Z`, why: `because ${id}`, source: '' })
const IMPORT = change(1, 'IMPORT')
const CHANGED = change(2, 'CHANGE')
const CORRECTED = change(3, 'CORRECTION')

let number = 0
function version(from: string, to: string | null, values: Values, opened: Change, closed: Change | null = null): ThingVersion {
  return { version: ++number, from, to, label: typeof values.name === 'string' ? values.name : '', recordedFrom: opened.when, recordedTo: closed?.when ?? null, opened, closed, values, marks: {} }
}

// A unit of 88 m² from 2020; 92 m² since March 2025; then it turned out that it always had been room 302.
const story = [
  version('2020-01-01', null, { room: '301', areaM2: 88 }, IMPORT, CHANGED),
  version('2020-01-01', '2025-03-01', { room: '301', areaM2: 88 }, CHANGED, CORRECTED),
  version('2025-03-01', null, { room: '301', areaM2: 92 }, CHANGED, CORRECTED),
  version('2020-01-01', '2025-03-01', { room: '302', areaM2: 88 }, CORRECTED),
  version('2025-03-01', null, { room: '302', areaM2: 92 }, CORRECTED),
]

describe('the history of a thing', () => {
  it('says what is believed now, and what changed from one to the next', () => {
    const steps = stepsOf('unit', believed(story))
    expect(steps.map(({ version: { from }, differences }) => [from, differences.map(({ field }) => field.name)])).toEqual([['2020-01-01', []], ['2025-03-01', ['areaM2']]])
  })

  it('tells each change by what it replaced, the newest first', () => {
    const chapters = chaptersOf('unit', story)
    expect(chapters.map(({ change: { kind }, stands }) => [kind, stands])).toEqual([['CORRECTION', true], ['CHANGE', true], ['IMPORT', false]])
    const told = (i: number) => chapters[i]?.parts.map(({ what, from, to, differences }) => [what, from, to, ...differences.map(({ field, before, after }) => `${field.name} ${String(before)} → ${String(after)}`)])
    expect(told(0)).toEqual([['differs', '2020-01-01', '2025-03-01', 'room 301 → 302'], ['differs', '2025-03-01', null, 'room 301 → 302']])
    // The days before the change were written anew but say the same.
    expect(told(1)).toEqual([['differs', '2025-03-01', null, 'areaM2 88 → 92']])
    expect(told(2)).toEqual([['began', '2020-01-01', null]])
  })

  it('shows days that are no more believed', () => {
    const ended = [version('2020-01-01', null, { room: '1' }, IMPORT, CHANGED), version('2020-01-01', '2025-03-01', { room: '1' }, CHANGED)]
    expect(chaptersOf('unit', ended)[0]?.parts.map(({ what, from, to }) => [what, from, to])).toEqual([['gone', '2025-03-01', null]])
    const withdrawn = [version('2020-01-01', null, { room: '1' }, IMPORT, CORRECTED)]
    expect(believed(withdrawn)).toEqual([])
    expect(chaptersOf('unit', withdrawn).map(({ stands }) => stands)).toEqual([true, false])
  })
})

describe('taking back', () => {
  const imported = [version('2020-01-01', null, { room: '301', areaM2: 88 }, IMPORT)]

  it('corrects a change by what was so, on the days it reached', () => {
    const after = story.slice(0, 3).map((each) => ({ ...each, closed: each.closed === CORRECTED ? null : each.closed }))
    expect(undoSteps('unit', imported, after, { areaM2: 92 })).toEqual([{ verb: 'correct', edit: { from: '2025-03-01', to: null, values: { areaM2: 88 } } }])
  })

  it('corrects a correction in one stretch where the same came before', () => {
    const before = story.slice(1, 3).map((each) => ({ ...each, closed: null }))
    expect(undoSteps('unit', before, story, { room: '302' })).toEqual([{ verb: 'correct', edit: { from: '2020-01-01', to: null, values: { room: '301' } } }])
  })

  it('draws an ended thing out again, and withdraws a new one', () => {
    const ended = [version('2020-01-01', '2025-03-01', { room: '301', areaM2: 88 }, CHANGED)]
    expect(undoSteps('unit', imported, ended, {})).toEqual([{ verb: 'correct', edit: { from: '2020-01-01', to: null } }])
    expect(undoSteps('unit', [], imported, {})).toEqual([{ verb: 'withdraw', edit: {} }])
  })

  it('says so where it cannot', () => {
    expect(undoSteps('person', [], [], { phone: '1' }), 'what was masked is not known').toBeNull()
    expect(undoSteps('unit', imported, [], {}), 'withdrawn whole').toBeNull()
    const hole = [version('2020-01-01', '2021-01-01', { room: '301', areaM2: 88 }, CORRECTED), version('2022-01-01', null, { room: '301', areaM2: 88 }, CORRECTED)]
    expect(undoSteps('unit', imported, hole, {}), 'days cut out of the middle').toBeNull()
  })
})

describe('days', () => {
  it('are counted over the ends of months', () => {
    expect(plusDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(plusMonths('2026-01-15', -2)).toBe('2025-11-15')
    expect(plusMonths('2026-11-24', -60)).toBe('2021-11-24')
  })

  it('are shared, and cut out', () => {
    const always = { from: '2020-01-01', to: null }
    expect(shared(always, { from: '2019-01-01', to: '2020-01-01' })).toBeNull()
    expect(shared(always, { from: '2019-01-01', to: '2021-01-01' })).toEqual({ from: '2020-01-01', to: '2021-01-01' })
    expect(withoutAll(always, [{ from: '2021-01-01', to: '2022-01-01' }])).toEqual([{ from: '2020-01-01', to: '2021-01-01' }, { from: '2022-01-01', to: null }])
  })

  it('lie on the axis in their order, each wide enough to be seen', () => {
    const spans = [{ from: '1990-01-01', to: '2026-11-20' }, { from: '2026-11-20', to: null }]
    const axis = axisOf(spans, '2026-11-24')
    expect(axis.ticks.map(({ day }) => day)).toEqual(['1990-01-01', '2026-11-20', '2026-11-24'])
    const [long, open] = spans.map(axis.place)
    expect(long?.left).toBe(0)
    expect((open?.left ?? 0) + (open?.width ?? 0)).toBeCloseTo(100)
    expect(open?.width).toBeGreaterThan(10)
    expect(axis.ticks.filter(({ isLabelled }) => isLabelled).map(({ isToday }) => isToday), 'today is always named').toContain(true)
  })

  it('mark the years of the slider', () => {
    expect(yearMarks('2021-11-24', '2027-05-24').map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026, 2027])
    expect(yearMarks('1950-01-01', '2027-01-01').length).toBeLessThan(14)
  })
})

describe('the names of a place', () => {
  const road = [
    version('2020-01-01', '2024-01-01', { name: '东一路', class: 'BRANCH' }, IMPORT),
    version('2024-01-01', '2025-06-01', { name: '东一路', class: 'SECONDARY' }, IMPORT),
    version('2025-06-01', null, { name: '和平路', class: 'SECONDARY', aliases: ['老街', '东一路'] }, CHANGED),
    version('2019-01-01', '2020-01-01', { name: '无此路' }, IMPORT, CORRECTED),
  ]

  it('are told with their days, one for neighbouring versions, none that is not believed', () => {
    expect(otherNames(road, '和平路')).toEqual([{ text: '东一路', from: '2020-01-01', to: '2025-06-01' }])
    expect(otherNames(road, '东一路')).toEqual([{ text: '和平路', from: '2025-06-01', to: null }])
  })

  it('are aliases where they are not former names already', () => {
    expect(aliasesOf(road, otherNames(road, '和平路'))).toEqual([{ text: '老街', from: '2025-06-01', to: null }])
  })
})
