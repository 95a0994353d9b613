// A list that is read page by page with the service's cursor, and never twice.
import { shallowReactive } from 'vue'
import { isAbort } from '@/api/http'
import type { Page } from '@/api/types'

export type FetchPage<T> = (after: string | null, signal: AbortSignal) => Promise<Page<T>>

export interface PagedList<T> {
  readonly items: readonly T[]
  readonly loading: boolean
  readonly failure: unknown
  /** True until the service has said that nothing follows. */
  readonly hasMore: boolean
  more(): Promise<void>
  /** Stops what is under way; what was read stays. */
  stop(): void
}

export function pagedList<T>(fetchPage: FetchPage<T>): PagedList<T> {
  let after: string | null = null
  let running: AbortController | null = null

  const state: { items: T[]; loading: boolean; failure: unknown; hasMore: boolean } = shallowReactive({
    items: [],
    loading: false,
    failure: null,
    hasMore: true,
  })

  async function more(): Promise<void> {
    if (state.loading || !state.hasMore) return
    const mine = new AbortController()
    running = mine
    state.loading = true
    state.failure = null
    try {
      const page = await fetchPage(after, mine.signal)
      if (running !== mine) return
      state.items = [...state.items, ...page.items]
      after = page.next
      state.hasMore = page.next !== null
    } catch (reason) {
      if (running === mine && !isAbort(reason)) state.failure = reason
    } finally {
      if (running === mine) state.loading = false
    }
  }

  function stop(): void {
    running?.abort()
    running = null
    state.loading = false
  }

  return Object.assign(state, { more, stop })
}
