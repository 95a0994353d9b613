// The versions of a thing as a story: what is believed now, and each change with what it replaced. Pure.
import type { Change, ThingVersion } from '@/api/things'
import { same } from './draft'
import { shared, withoutAll, type Span } from './days'
import { KINDS, type Field, type ThingWord } from './kinds'

export interface Difference {
  readonly field: Field
  readonly before: unknown
  readonly after: unknown
}

/** What one change did to some days. */
export interface Part extends Span {
  readonly what: 'began' | 'differs' | 'gone'
  readonly differences: readonly Difference[]
}

export interface Chapter {
  readonly change: Change
  readonly parts: readonly Part[]
  /** Whether all that it said of those days is still believed. */
  readonly stands: boolean
}

export function believed(versions: readonly ThingVersion[]): ThingVersion[] {
  return versions.filter(({ closed }) => closed === null).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** One chapter for each change, the newest first. */
export function chaptersOf(kind: ThingWord, versions: readonly ThingVersion[]): Chapter[] {
  const changes = new Map<number, Change>()
  for (const { opened, closed } of versions) {
    changes.set(opened.id, opened)
    if (closed) changes.set(closed.id, closed)
  }
  return [...changes.values()]
    .sort((a, b) => (a.when === b.when ? b.id - a.id : a.when < b.when ? 1 : -1))
    .map((change) => {
      const said = versions.filter(({ opened }) => opened.id === change.id)
      const replaced = versions.filter(({ closed }) => closed?.id === change.id)
      const parts = partsOf(kind, said, replaced)
      return { change, parts, stands: parts.every((part) => part.what === 'gone' || isStill(kind, part, said, versions)) }
    })
}

function partsOf(kind: ThingWord, said: readonly ThingVersion[], replaced: readonly ThingVersion[]): Part[] {
  const parts: Part[] = []
  for (const version of said) {
    for (const old of replaced) {
      const both = shared(version, old)
      const differences = both ? differencesOf(kind, old, version) : []
      if (both && differences.length > 0) parts.push({ ...both, what: 'differs', differences })
    }
    for (const span of withoutAll(version, replaced)) parts.push({ ...span, what: 'began', differences: [] })
  }
  for (const old of replaced) {
    for (const span of withoutAll(old, said)) parts.push({ ...span, what: 'gone', differences: [] })
  }
  return parts.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** What was said in a part is what is believed of all its days now. */
function isStill(kind: ThingWord, part: Part, said: readonly ThingVersion[], versions: readonly ThingVersion[]): boolean {
  const its = said.find((version) => shared(version, part))
  const now = believed(versions)
  const isCovered = withoutAll(part, now).length === 0
  const fields = part.what === 'differs' ? part.differences.map(({ field }) => field) : KINDS[kind]
  return isCovered && now.filter((version) => shared(version, part)).every((version) => its !== undefined && fields.every((field) => alike(field, version, its)))
}

export function differencesOf(kind: ThingWord, before: ThingVersion, after: ThingVersion): Difference[] {
  return KINDS[kind]
    .filter((field) => !alike(field, before, after))
    .map((field) => ({ field, before: before.values[field.name], after: after.values[field.name] }))
}

/** Whether two versions say the same. Masked values look alike where they are not: their marks tell. */
function alike({ name }: Field, one: ThingVersion, other: ThingVersion): boolean {
  return same(one.values[name], other.values[name]) && one.marks[name] === other.marks[name]
}

/** What a version says otherwise than the one believed just before its days. */
export function stepsOf(kind: ThingWord, now: readonly ThingVersion[]): { version: ThingVersion; differences: readonly Difference[] }[] {
  return now.map((version, i) => {
    const before = now[i - 1]
    return { version, differences: before?.to === version.from ? differencesOf(kind, before, version) : [] }
  })
}
