import { describe, expect, it } from 'vitest'
import { onlyOne, readGridWish } from '@/search/gridNumber'

describe('what people type for a grid', () => {
  it.each(['12', '012', '12号', '网格12', '12网格', '第12网格', '12号网格', ' １２ '])('"%s" is number 12', (typed) => {
    expect(readGridWish(typed)).toEqual({ kind: 'number', number: '12' })
  })

  it('fifteen digits are a code, exactly', () => {
    expect(readGridWish('310101002003012')).toEqual({ kind: 'code', code: '310101002003012' })
  })

  it.each(['', '0', '000', '1234', '31010100200301', '3101010020030123', '12幢', '花园路12号', '12-3-502'])('"%s" is no grid', (typed) => {
    expect(readGridWish(typed)).toBeNull()
  })

  it('never chooses between several', () => {
    expect(onlyOne(['310101002003012', '310101002004012'])).toBeNull()
    expect(onlyOne([])).toBeNull()
    expect(onlyOne(['310101002004012'])).toBe('310101002004012')
  })
})
