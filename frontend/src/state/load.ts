// Asks for something whenever its question changes; an older answer never overtakes a newer one.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { isAbort } from '@/api/http'

export interface Loaded<T> {
  readonly value: ShallowRef<T | null>
  readonly failure: ShallowRef<unknown>
  readonly loading: Ref<boolean>
  readonly retry: () => void
}

/** `ask` runs at once and again when `question` changes. The last value stays until the next one is here. */
export function useLoad<Q, T>(question: () => Q, ask: (question: Q, signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = shallowRef<T | null>(null)
  const failure = shallowRef<unknown>(null)
  const loading = ref(false)
  let running: AbortController | null = null

  async function run(): Promise<void> {
    running?.abort()
    const mine = new AbortController()
    running = mine
    loading.value = true
    failure.value = null
    try {
      const answer = await ask(question(), mine.signal)
      if (running === mine) value.value = answer
    } catch (reason) {
      if (running === mine && !isAbort(reason)) {
        value.value = null
        failure.value = reason
      }
    } finally {
      if (running === mine) loading.value = false
    }
  }

  watch(question, () => void run(), { immediate: true, deep: true })
  onScopeDispose(() => {
    running?.abort()
    running = null
  })
  return { value, failure, loading, retry: () => void run() }
}
