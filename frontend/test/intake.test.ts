import { describe, expect, it } from 'vitest'
import { guessKind } from '@/intake/kindGuess'
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
