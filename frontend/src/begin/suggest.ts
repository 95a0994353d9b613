// What a new thing's fields would be, read from the place it is at: offered in the form, where each can be changed. Only what the
// register says of the place on that day; nothing is guessed from afar.
import { getSpot, type SpotItem } from '@/api/places'
import type { Day } from '@/api/register'
import { getLinks, getThing, type ThingCard } from '@/api/things'
import type { Position } from '@/api/types'
import type { GivenField } from '@/state/page'
import { holds } from '@/thing/days'
import type { ThingWord } from '@/thing/kinds'

/** Doors of which the road is read. */
const DOORS = 5
const MOST = 200

export async function suggestAt(kind: ThingWord, place: Position, asOf: Day, today: string, signal?: AbortSignal): Promise<GivenField[]> {
  const { items } = await getSpot(place, { limit: MOST }, signal)
  const here = standing(items, asOf ?? today)
  switch (kind) {
    case 'address':
      return addressParts(await cards('region', here, asOf, signal), await cards('address', here, asOf, signal, DOORS), here)
    case 'region':
      return regionParts(await cards('region', here, asOf, signal))
    case 'building':
      return [{ name: 'status', value: 'STANDING', label: '' }]
    case 'entrance':
    case 'unit':
      return partsOfBuilding(kind, here, asOf, signal)
    default:
      return []
  }
}

/** What is there on the day, as it is believed now. */
export function standing(items: readonly SpotItem[], day: string): SpotItem[] {
  return items.filter((item) => item.recordedTo === null && holds(item, day))
}

async function cards(kind: SpotItem['kind'], here: readonly SpotItem[], asOf: Day, signal?: AbortSignal, most = here.length): Promise<ThingCard[]> {
  return Promise.all(here.filter((item) => item.kind === kind).slice(0, most).map(({ id }) => getThing(kind, id, asOf, signal)))
}

const COMPONENT_OF_LEVEL: Readonly<Record<string, string>> = { CITY: 'city', DISTRICT: 'district', STREET: 'street', COMMUNITY: 'community' }

/** Names of the regions that cover the place, the estate, and the road where all doors beside it are of one. */
export function addressParts(regions: readonly ThingCard[], doors: readonly ThingCard[], here: readonly SpotItem[]): GivenField[] {
  const parts = new Map<string, unknown>()
  const said = doors.map(({ values }) => values)
  for (const name of ['province', 'city', 'road'] as const) {
    const all = new Set(said.map((values) => values[name] ?? null))
    const [only] = all
    if (all.size === 1 && only) parts.set(name, only)
  }
  for (const { values } of regions) {
    const name = COMPONENT_OF_LEVEL[String(values.level)]
    if (name) parts.set(name, values.name)
  }
  const estates = here.filter(({ kind }) => kind === 'estate')
  if (estates.length === 1 && estates[0]?.label) parts.set('estate', estates[0].label)
  return [...parts].map(([name, value]) => ({ name, value, label: '' }))
}

const BELOW: Readonly<Record<string, string>> = { CITY: 'DISTRICT', DISTRICT: 'STREET', STREET: 'COMMUNITY' }

/** It is part of the smallest region there that can have parts; its code begins with that one's. */
export function regionParts(regions: readonly ThingCard[]): GivenField[] {
  const order = Object.keys(BELOW)
  const [above] = [...regions].filter(({ values }) => order.includes(String(values.level))).sort((a, b) => order.indexOf(String(b.values.level)) - order.indexOf(String(a.values.level)))
  if (!above) return []
  return [
    { name: 'level', value: BELOW[String(above.values.level)], label: '' },
    { name: 'code', value: above.values.code, label: '' },
    { name: 'parent', value: above.id, label: above.label },
  ]
}

async function partsOfBuilding(kind: 'entrance' | 'unit', here: readonly SpotItem[], asOf: Day, signal?: AbortSignal): Promise<GivenField[]> {
  const buildings = here.filter((item) => item.kind === 'building')
  const [building] = buildings
  if (!building || buildings.length > 1) return []
  const given = [{ name: 'building', value: building.id, label: building.label ?? '' }]
  const { groups } = await getLinks('building', building.id, asOf, signal)
  const entrances = groups.filter((group) => group.kind === 'entrance').flatMap(({ items }) => items.filter(({ past }) => !past))
  if (kind === 'entrance') return [...given, { name: 'ordinal', value: entrances.length + 1, label: '' }]
  const [entrance] = entrances
  return entrance && entrances.length === 1 ? [...given, { name: 'entrance', value: entrance.id, label: entrance.label }] : given
}
