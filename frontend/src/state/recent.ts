// Cards opened since the page came up: the shortest way to name a person or a household in a form. Kept in memory alone.
import { shallowRef } from 'vue'
import type { ThingWord } from '@/thing/kinds'

export interface Named {
  readonly kind: ThingWord
  readonly id: number
  readonly label: string
}

const MOST = 40

export const recent = shallowRef<readonly Named[]>([])

export function remember(thing: Named): void {
  recent.value = [thing, ...recent.value.filter(({ kind, id }) => kind !== thing.kind || id !== thing.id)].slice(0, MOST)
}
