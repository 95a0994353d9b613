import { describe, expect, it } from 'vitest'
import { pagedList } from '@/state/paging'

const PAGES: Record<string, { items: number[]; next: string | null }> = {
  start: { items: [1, 2], next: 'a' },
  a: { items: [3], next: null },
}

describe('a paged list', () => {
  it('reads on from the cursor and stops at the end', async () => {
    const asked: (string | null)[] = []
    const list = pagedList<number>((after) => {
      asked.push(after)
      return Promise.resolve(PAGES[after ?? 'start'] ?? { items: [], next: null })
    })
    await list.more()
    expect(list.items).toEqual([1, 2])
    expect(list.hasMore).toBe(true)
    await list.more()
    await list.more()
    expect(list.items).toEqual([1, 2, 3])
    expect(asked).toEqual([null, 'a'])
  })

  it('does not ask twice at once', async () => {
    let calls = 0
    const list = pagedList<number>(() => {
      calls++
      return Promise.resolve({ items: [calls], next: 'a' })
    })
    await Promise.all([list.more(), list.more()])
    expect(calls).toBe(1)
  })

  it('keeps what it has when a page fails, and can try that page again', async () => {
    let fails = true
    const list = pagedList<number>((after) => {
      if (after === 'a' && fails) return Promise.reject(new Error('down'))
      return Promise.resolve(PAGES[after ?? 'start'] ?? { items: [], next: null })
    })
    await list.more()
    await list.more()
    expect(list.items).toEqual([1, 2])
    expect(list.failure).toBeInstanceOf(Error)
    fails = false
    await list.more()
    expect(list.items).toEqual([1, 2, 3])
    expect(list.failure).toBeNull()
  })

  it('takes no answer after it was stopped', async () => {
    const list = pagedList<number>(() => Promise.resolve({ items: [1], next: null }))
    const reading = list.more()
    list.stop()
    await reading
    expect(list.items).toEqual([])
    expect(list.loading).toBe(false)
  })
})
