import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '@/state/address'

const EMPTY = { view: null, grid: null, building: null, thing: null, asOf: null }

describe('the page address', () => {
  it('is read back as it was written', () => {
    const address = { view: { zoom: 16, lat: 31.23712, lon: 121.48963 }, grid: '310101002003012', building: 1234, thing: null, asOf: '2026-07-01' }
    expect(writeAddress(address)).toBe('#map=16/31.23712/121.48963&grid=310101002003012&building=1234&asOf=2026-07-01')
    expect(readAddress(writeAddress(address))).toEqual(address)
  })

  it('names the card of a thing by kind and number alone', () => {
    const thing = { thing: 'unit', id: 46937, tab: 'history' } as const
    expect(writeAddress({ ...EMPTY, thing })).toBe('#thing=unit/46937/history')
    expect(readAddress('#thing=unit/46937/history').thing).toEqual(thing)
    expect(readAddress('#thing=staff-post/7').thing).toEqual({ thing: 'staff-post', id: 7, tab: 'card' })
    for (const wrong of ['#thing=cat/1', '#thing=unit', '#thing=unit/x', '#thing=constructor/1']) expect(readAddress(wrong).thing, wrong).toBeNull()
  })

  it('keeps a view that was fitted half way between two zooms', () => {
    expect(readAddress('#map=14.5/31/121').view).toEqual({ zoom: 14.5, lat: 31, lon: 121 })
    expect(readAddress('#map=14.3/31/121').view).toBeNull()
  })

  it('writes nothing for nothing', () => {
    expect(writeAddress(EMPTY)).toBe('')
    expect(readAddress('')).toEqual(EMPTY)
  })

  it.each(['#map=16/91/121', '#map=16/31', '#map=x/31/121', '#map=16//121', '#map=16/31/121/4', '#grid=12', '#building=-1', '#building=1e3', '#asOf=2026-13-01', '#asOf=today'])(
    'takes %s for nothing',
    (hash) => expect(readAddress(hash)).toEqual(EMPTY),
  )
})
