// Two people wrote of the same thing: field by field, whose word stands. Pure.
import type { Values } from '@/api/things'
import { same, type Draft } from './draft'
import { KINDS, type Field, type ThingWord } from './kinds'

export type Side = 'mine' | 'theirs'

export interface MergeRow {
  readonly field: Field
  readonly before: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /** Both wrote, and not the same: somebody has to choose. */
  readonly isConflict: boolean
}

/**
 * Fields that either has written since `before`.
 *
 * @param theirFields fields the service says were changed: of masked ones nothing else tells
 */
export function mergeRows(kind: ThingWord, before: Values, draft: Draft, theirs: Values, theirFields: readonly string[] = []): MergeRow[] {
  return KINDS[kind].flatMap((field) => {
    const { name, masked } = field
    const iWrote = name in draft
    const theyWrote = !same(before[name], theirs[name]) || (masked && theirFields.includes(name))
    if (!iWrote && !theyWrote) return []
    const mine = iWrote ? draft[name] : before[name]
    const isConflict = iWrote && theyWrote && !same(mine, theirs[name])
    return [{ field, before: before[name], mine, theirs: theirs[name], isConflict }]
  })
}

/** What is left to send: my word where nobody else wrote, or where I chose it. */
export function merged(rows: readonly MergeRow[], draft: Draft, choices: Readonly<Record<string, Side>>): Draft {
  return Object.fromEntries(
    rows
      .filter(({ field: { name, masked }, theirs, isConflict }) => name in draft && (masked || !same(draft[name], theirs)) && (!isConflict || choices[name] === 'mine'))
      .map(({ field: { name } }) => [name, draft[name]]),
  )
}

export function undecided(rows: readonly MergeRow[], choices: Readonly<Record<string, Side>>): number {
  return rows.filter(({ field, isConflict }) => isConflict && !choices[field.name]).length
}
