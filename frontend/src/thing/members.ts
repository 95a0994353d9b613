// Who lives in a household on a day, read from the residences that point at it.
import type { Day } from '@/api/register'
import { getLinks, getThing, type ThingCard } from '@/api/things'
import type { Member } from './deeds'
import type { ThingWord } from './kinds'

async function residencesOf(kind: ThingWord, id: number, asOf: Day, signal: AbortSignal): Promise<ThingCard[]> {
  const { groups } = await getLinks(kind, id, asOf, signal)
  const links = groups.filter((group) => group.kind === 'residence').flatMap(({ items }) => items.filter(({ past }) => !past))
  return Promise.all(links.map((link) => getThing('residence', link.id, asOf, signal)))
}

/** Of a household its members; of a person those of the household that the main residence is with. */
export async function membersOf(card: ThingCard, asOf: Day, signal: AbortSignal): Promise<Member[]> {
  let household: unknown = card.id
  if (card.kind === 'person') {
    const homes = await residencesOf('person', card.id, asOf, signal)
    household = homes.find(({ values }) => values.main === true)?.values.household
  }
  if (typeof household !== 'number') return []
  const residences = await residencesOf('household', household, asOf, signal)
  return residences.map(({ values, labels }) => ({ person: Number(values.person), name: labels.person ?? '', relation: (values.relation ?? null) as string | null }))
}
