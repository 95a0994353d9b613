// What a code of a region or grid means: who has it on the page's day; else who had it last, and what stands there in its place.
import type { CodeHolder } from '@/api/places'
import type { IconName } from '@/shell/Icon.vue'
import { openThing, pickGrid } from '@/state/page'

export interface Choice {
  readonly key: string
  readonly icon: IconName
  readonly label: string
  readonly sub: string
  readonly take: () => void
}

type Words = (key: string, values: Record<string, string>) => string

/** Of a district, street, community or grid. */
export function isCode(typed: string): boolean {
  return /^(\d{6}|\d{9}|\d{12}|\d{15})$/.test(typed.normalize('NFKC').trim())
}

export function codeChoices({ kind, id, name, code, from, to, held, supersededBy }: CodeHolder, t: Words): Choice[] {
  const sub = to === null ? t('code.now', { code, from }) : t('code.was', { code, from, to })
  const heirs = supersededBy.map((heir) => choice(heir.kind, heir.id, heir.name, `${heir.code} \u00b7 ${t('code.superseded', { code })}`, () => open(heir.kind, heir.id, heir.code)))
  // What is there no more has a history, but no card of the day.
  const own = choice(kind, id, name, sub, () => (held ? open(kind, id, code) : openThing(kind, id, 'history')))
  return held ? [own] : [...heirs, own]
}

function choice(kind: 'region' | 'grid', id: number, label: string, sub: string, take: () => void): Choice {
  return { key: `${kind}-${id}`, icon: kind, label, sub, take }
}

function open(kind: 'region' | 'grid', id: number, code: string): void {
  if (kind === 'grid') pickGrid(code)
  else openThing('region', id)
}
