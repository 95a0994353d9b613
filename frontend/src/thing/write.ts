// Sends what a form holds, and notes how it could be taken back.
import { beginThing, editThing, listVersions, type Edit, type ThingCard, type ThingVersion, type Verb } from '@/api/things'
import type { ThingWord } from './kinds'
import { saved } from './saved'
import { undoSteps } from './undo'

/** Answers the id of what was written. */
export async function write(kind: ThingWord, card: ThingCard | null, verb: Verb | 'begin', etag: string, edit: Edit): Promise<number> {
  if (card === null || verb === 'begin') {
    const begun = await beginThing(kind, edit)
    saved.value = { kind, id: begun.id, title: `edit.verb.${verb}`, steps: [{ verb: 'withdraw', edit: {} }] }
    return begun.id
  }
  const before = (await listVersions(kind, card.id)).items
  await editThing(kind, card.id, verb, etag, edit)
  // The write stands, whatever becomes of the way back.
  const after = await listVersions(kind, card.id).then(({ items }) => items, (): ThingVersion[] => [])
  saved.value = { kind, id: card.id, title: `edit.verb.${verb}`, steps: undoSteps(kind, before, after, edit.values ?? {}) }
  return card.id
}
