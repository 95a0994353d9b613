// What is shown in full just now: of one person, for a short time, in memory alone.
import { computed, ref, shallowRef } from 'vue'
import type { Revealed } from '@/api/privacy'
import type { Values } from '@/api/things'

/** Long enough to read a number over the phone. */
export const SECONDS_SHOWN = 60

const shown = shallowRef<Revealed | null>(null)
/** Seconds left until all is masked again. */
export const left = ref(0)
let timer = 0

/** Who is shown; null: nobody. */
export const revealedPerson = computed(() => shown.value?.id ?? null)

export function show(revealed: Revealed): void {
  hide()
  shown.value = revealed
  const until = Date.now() + SECONDS_SHOWN * 1000
  left.value = SECONDS_SHOWN
  timer = window.setInterval(() => {
    left.value = Math.max(0, Math.ceil((until - Date.now()) / 1000))
    if (left.value === 0) hide()
  }, 500)
}

export function hide(): void {
  window.clearInterval(timer)
  shown.value = null
  left.value = 0
}

/** Values as they are shown now: in full where they were asked for, else as they came. */
export function withRevealed(person: number, values: Values): Values {
  return shown.value?.id === person ? { ...values, ...shown.value.values } : values
}
