// What was last written from here, and how to take it back.
import { shallowRef } from 'vue'
import { editThing, getThing, listVersions } from '@/api/things'
import { page } from '@/state/page'
import { believed } from './history'
import type { ThingWord } from './kinds'
import type { UndoStep } from './undo'

export interface Saved {
  readonly kind: ThingWord
  readonly id: number
  /** What was done, as a key of the translations. */
  readonly title: string
  /** null: cannot be taken back from here. */
  readonly steps: readonly UndoStep[] | null
  /** How much it touched: a key of the translations and its values. */
  readonly result?: { readonly key: string; readonly values: Readonly<Record<string, number>> }
}

export const saved = shallowRef<Saved | null>(null)

/** Step by step, each on top of what the one before it left. */
export async function takeBack({ kind, id, steps }: Saved, why: string): Promise<void> {
  for (const { verb, edit } of steps ?? []) {
    const [first] = believed((await listVersions(kind, id)).items)
    if (!first) return
    const { etag } = await getThing(kind, id, first.from)
    await editThing(kind, id, verb, etag, { ...edit, why })
  }
  saved.value = null
  page.edition++
}
