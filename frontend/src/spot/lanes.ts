// The versions that ever covered a place, put together thing by thing: what is believed now, and what once was. Pure.
import type { SpotItem, SpotKind } from '@/api/places'
import type { Span } from '@/thing/days'

/** Days on which something had one name and code. */
export interface Stretch extends Span {
  readonly label: string | null
  readonly code: string | null
}

export interface Lane {
  readonly kind: SpotKind
  readonly id: number
  /** By their days; neighbours that say the same are one. */
  readonly believed: readonly Stretch[]
  /** What the register took for so from one instant to another, and does no more. */
  readonly once: readonly SpotItem[]
  /** What it is called last. */
  readonly label: string | null
  readonly code: string | null
}

export const SPOT_KINDS: readonly SpotKind[] = ['region', 'grid', 'estate', 'building', 'address']

/** From the widest kind to the smallest; within a kind what was there last comes first. */
export function lanesOf(items: readonly SpotItem[]): Lane[] {
  const things = new Map<string, SpotItem[]>()
  for (const item of items) {
    const key = `${item.kind}/${item.id}`
    things.set(key, [...(things.get(key) ?? []), item])
  }
  return [...things.values()].map(laneOf).sort((a, b) => rank(a) - rank(b) || compare(endOf(b), endOf(a)) || compare(a.code ?? '', b.code ?? '') || a.id - b.id)
}

function laneOf(items: readonly SpotItem[]): Lane {
  const [first] = items as readonly [SpotItem]
  const byDays = [...items].sort((a, b) => compare(a.from, b.from) || compare(a.recordedFrom, b.recordedFrom))
  const believed = byDays.filter(({ recordedTo }) => recordedTo === null).reduce<Stretch[]>(joined, [])
  const last = believed.at(-1) ?? byDays.at(-1)
  return { kind: first.kind, id: first.id, believed, once: byDays.filter(({ recordedTo }) => recordedTo !== null), label: last?.label ?? null, code: last?.code ?? null }
}

function joined(stretches: Stretch[], { from, to, label, code }: SpotItem): Stretch[] {
  const before = stretches.at(-1)
  if (before && before.to === from && before.label === label && before.code === code) return [...stretches.slice(0, -1), { ...before, to }]
  return [...stretches, { from, to, label, code }]
}

function rank({ kind, code }: Lane): number {
  // A region's code is the longer the smaller it is.
  return SPOT_KINDS.indexOf(kind) * 100 + (kind === 'region' ? (code?.length ?? 0) : 0)
}

function endOf({ believed, once }: Lane): string {
  const last = believed.at(-1)
  if (last) return last.to ?? '9999'
  return `0${once.at(-1)?.from ?? ''}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
