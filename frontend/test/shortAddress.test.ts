import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shortAddress } from '@/panel/shortAddress'

// gis reads the same file (ShortAddressTest): two rules, one table.
const cases = readFileSync(new URL('./short-addresses.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','))

describe('a short address', () => {
  it.each(cases)('of %s is %s', (address, expected) => expect(shortAddress(address ?? '')).toBe(expected))
})
