// Finds things of a kind by words or by their number, with the calls there are.
import { search, type Day } from '@/api/register'
import { getLinks, getThing } from '@/api/things'
import type { HitKind } from '@/api/types'
import type { ThingWord } from './kinds'

export interface Found {
  readonly id: number
  readonly label: string
}

const LIMIT = 12
const HITS: Partial<Record<ThingWord, HitKind>> = { address: 'ADDRESS', building: 'BUILDING', estate: 'ESTATE', grid: 'GRID', region: 'REGION' }

export async function findThings(kind: ThingWord, typed: string, asOf: Day): Promise<Found[]> {
  if (typed === '') return []
  const numbered = /^\d{1,15}$/.test(typed) ? await getThing(kind, Number(typed), asOf).then(({ id, label }) => [{ id, label }], () => []) : []
  return [...numbered, ...(await worded(kind, typed, asOf))]
}

async function worded(kind: ThingWord, typed: string, asOf: Day): Promise<Found[]> {
  const wanted = HITS[kind]
  if (wanted) {
    const { items } = await search(typed, LIMIT)
    return items.filter((hit) => hit.kind === wanted).map(({ id, label, sub }) => ({ id, label: [label, sub].filter(Boolean).join(' \u00b7 ') }))
  }
  if (kind !== 'unit' && kind !== 'household') return []
  // Units are found by their address; households by that of their unit.
  const { items } = await search(typed, LIMIT)
  const units = await pointing('address', items.filter((hit) => hit.kind === 'ADDRESS').map(({ id }) => id), 'unit', asOf)
  return kind === 'unit' ? units : pointing('unit', units.map(({ id }) => id), 'household', asOf)
}

async function pointing(target: ThingWord, ids: readonly number[], kind: ThingWord, asOf: Day): Promise<Found[]> {
  const answers = await Promise.all(ids.map((id) => getLinks(target, id, asOf)))
  return answers.flatMap(({ groups }) => groups.filter((group) => group.kind === kind).flatMap(({ items }) => items.filter(({ past }) => !past).map(({ id, label }) => ({ id, label }))))
}
