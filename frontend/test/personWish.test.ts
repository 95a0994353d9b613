import { describe, expect, it } from 'vitest'
import { isWholeNumber, readPersonWish } from '@/search/personWish'

describe('what is typed to find a person', () => {
  it.each([
    ['11010519491231002x', { documentNumber: '11010519491231002X' }],
    ['110105 19491231 002X', { documentNumber: '11010519491231002X' }],
    ['１１０１０５１９４９１２３１００２Ｘ', { documentNumber: '11010519491231002X' }],
    ['e12345678', { documentNumber: 'E12345678' }],
    ['002x', { documentTail: '002X' }],
    [' 1234 ', { documentTail: '1234' }],
    ['1234 张三', { documentTail: '1234', name: '张三' }],
    ['张三 002x', { documentTail: '002X', name: '张三' }],
  ])('%s is a person', (typed, wish) => {
    expect(readPersonWish(typed)).toEqual(wish)
  })

  it.each(['', '12', '123', '12345', '330101001001', '330101001001001', '人民路 12号', '人民路1234', '1234 5678', '张三', '12-3-502', 'A座'])('%s is none', (typed) => {
    expect(readPersonWish(typed)).toBeNull()
  })

  it('a whole number can mean nothing else, four digits may be a room', () => {
    expect(isWholeNumber({ documentNumber: 'E12345678' })).toBe(true)
    expect(isWholeNumber({ documentTail: '1201' })).toBe(false)
  })
})
