// People as choices of the box: masked, with where they live; taken, their card opens and the map goes to their home.
import type { FoundPerson } from '@/api/finding'
import { map, openThing } from '@/state/page'
import type { Choice } from './codeChoices'

type Words = (key: string) => string

export function personChoice({ id, name, birth, documentNumber, homes }: FoundPerson, t: Words): Choice {
  const [home] = homes
  return {
    key: `person-${id}`,
    icon: 'person',
    label: name ?? t('privacy.nameHidden'),
    sub: [birth, documentNumber, home?.address ?? t('search.nowhere')].filter(Boolean).join(' \u00b7 '),
    take: () => {
      openThing('person', id)
      if (home) map.value?.flyTo([home.lon, home.lat], 18)
    },
  }
}
