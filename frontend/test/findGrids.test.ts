import { afterEach, describe, expect, it, vi } from 'vitest'
import { findGridsByNumber, sentenceFor } from '@/search/findGrids'

const asked: string[] = []

function service(answer: (query: URLSearchParams) => { items: object[]; next: string | null }): void {
  asked.length = 0
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.resolve(Response.json(answer(new URLSearchParams(path.split('?')[1]))))
  })
}

afterEach(() => vi.unstubAllGlobals())

const find = () => findGridsByNumber('12', [120, 30, 121, 31], null)

describe('grids of a number', () => {
  it('are those in view, without asking further', async () => {
    service(() => ({ items: [{}, {}], next: null }))
    const found = await find()
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain('number=12')
    expect(sentenceFor(found)).toBe('grids.several')
  })

  it('are those of the whole register only when none is in view', async () => {
    service((query) => ({ items: query.has('bbox') ? [] : [{}], next: null }))
    expect(sentenceFor(await find())).toBe('grids.severalAfar')
    expect(asked).toHaveLength(2)
  })

  it('are said to be more than listed when the list was cut', async () => {
    service(() => ({ items: [{}, {}], next: 'cursor' }))
    expect(sentenceFor(await find())).toBe('grids.tooMany')
  })

  it('are none when there is none', async () => {
    service(() => ({ items: [], next: null }))
    expect(sentenceFor(await find())).toBe('grids.none')
  })
})
