import { describe, expect, it } from 'vitest'
import { guessKind } from '@/intake/kindGuess'
import { matchedParts } from '@/intake/matchedParts'
import { timeLeft } from '@/intake/timeLeft'

describe('what a file holds, by its name', () => {
  it.each([
    ['2026三季度楼栋.xlsx', 'buildings'],
    ['城东网格.geojson', 'grids'],
    ['网格长名单.csv', 'staff'],
    ['Units_final.csv', 'units'],
    ['实有人口.csv', 'people'],
    ['门牌地址.zip', 'addresses'],
    ['新建 文件.csv', null],
  ])('%s', (name, kind) => expect(guessKind(name)).toBe(kind))
})

describe('time left', () => {
  const t = (key: string, { n }: Record<string, unknown>) => `${String(n)} ${key}`
  it.each([
    [0.2, '1 intake.seconds'],
    [89.6, '90 intake.seconds'],
    [91, '2 intake.minutes'],
    [600, '10 intake.minutes'],
  ])('%d s', (seconds, words) => expect(timeLeft(seconds, t)).toBe(words))
})

describe('what texts of addresses led to', () => {
  const said = { issues: [{ severity: 'NOTICE' as const, code: 'address.similar', count: 2, example: '' }] }
  it('says the grades that have rows, and where their rows are named', () =>
    expect(matchedParts({ exact: 7, alike: 2, ambiguous: 0, unmatched: 1 }, said)).toEqual([
      { words: 'intake.matchedExact', count: 7, code: null },
      { words: 'intake.matchedAlike', count: 2, code: 'address.similar' },
      { words: 'intake.matchedNone', count: 1, code: null },
    ]))
  it('says nothing where no row has one', () => expect(matchedParts({ exact: 0, alike: 0, ambiguous: 0, unmatched: 0 }, said)).toEqual([]))
})
