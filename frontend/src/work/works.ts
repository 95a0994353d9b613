// What can become of buildings, and of the names of roads and regions: each a form of its own and one call. Pure.
import type { Values } from '@/api/things'
import type { ThingWord } from '@/thing/kinds'

export type WorkWord = 'stand' | 'demolish' | 'merge' | 'split' | 'rename'

/** Only what is planned can come to stand, only what stands can be torn down, joined or divided. */
export function worksOf(kind: ThingWord, values: Values): readonly WorkWord[] {
  if (kind === 'road' || kind === 'region') return ['rename']
  if (kind !== 'building') return []
  if (values.status === 'PLANNED') return ['stand']
  return values.status === 'STANDING' ? ['demolish', 'merge', 'split'] : []
}
