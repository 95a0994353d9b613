// What a thing was called on other days than the one shown: former names, and aliases, each with its days. Pure.
import type { ThingVersion } from '@/api/things'
import { believed } from './history'
import type { Span } from './days'

export interface Name extends Span {
  readonly text: string
}

/** Names of other days, the newest first; neighbouring versions of one name are one. */
export function otherNames(versions: readonly ThingVersion[], shown: string): Name[] {
  return spans(versions, ({ label }) => [label]).filter(({ text }) => text !== '' && text !== shown)
}

/** Aliases of any day; a former name that is told as one already is not told again. */
export function aliasesOf(versions: readonly ThingVersion[], told: readonly Name[]): Name[] {
  const names = new Set(told.map(({ text }) => text))
  return spans(versions, ({ values: { aliases } }) => (Array.isArray(aliases) ? (aliases as string[]) : [])).filter(({ text }) => !names.has(text))
}

function spans(versions: readonly ThingVersion[], textsOf: (version: ThingVersion) => readonly string[]): Name[] {
  const names: Name[] = []
  for (const version of believed(versions)) {
    for (const text of textsOf(version)) {
      const before = names.findIndex((name) => name.text === text && name.to === version.from)
      const from = before < 0 ? version.from : (names[before]?.from ?? version.from)
      if (before >= 0) names.splice(before, 1)
      names.push({ text, from, to: version.to })
    }
  }
  return names.reverse()
}
