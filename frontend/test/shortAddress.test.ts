import { describe, expect, it } from 'vitest'
import { shortAddress } from '@/panel/shortAddress'

describe('a short address', () => {
  it.each([
    ['云江市澄湖区翠屏街道光荣街8号201室', '光荣街8号201室'],
    ['云江市澄湖区花桥镇徐家坝村3组12号', '徐家坝村3组12号'],
    ['光荣街8号', '光荣街8号'],
    ['云江市澄湖区翠屏街道', '云江市澄湖区翠屏街道'],
  ])('of %s is %s', (address, expected) => expect(shortAddress(address)).toBe(expected))
})
