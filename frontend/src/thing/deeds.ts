// What can become of a household or a person, what each deed asks for, and what is sent. Pure.
import type { HouseholdDeed, PersonDeed } from '@/api/lives'
import type { Values } from '@/api/things'
import type { Draft } from './draft'
import { KINDS, type Field, type ThingWord } from './kinds'

export type DeedWord = `household.${HouseholdDeed}` | `person.${PersonDeed}`

export interface Member {
  readonly person: number
  readonly name: string
  readonly relation: string | null
}

export interface DeedState {
  readonly draft: Draft
  /** Who becomes a household of their own. */
  readonly leaving: readonly number[]
  readonly head: number | null
  /** Head of those who stay, where the old one leaves them. */
  readonly newHead: number | null
}

const HOUSEHOLD: readonly DeedWord[] = ['household.move', 'household.split', 'household.merge', 'household.leave']
const PERSON: readonly DeedWord[] = ['person.move', 'person.register', 'person.leave', 'person.die']

export function deedsOf(kind: ThingWord): readonly DeedWord[] {
  return kind === 'household' ? HOUSEHOLD : kind === 'person' ? PERSON : []
}

const registration = ['registeredAddress', 'registeredRegionCode', 'registrationBook']
const residence = (...names: string[]) => KINDS.residence.filter(({ name }) => names.includes(name))
const INTO: Field = { name: 'into', type: 'REFERENCE', required: true, words: [], group: '', target: 'household', masked: false }

export function fieldsOf(deed: DeedWord): readonly Field[] {
  switch (deed) {
    case 'household.move':
      return residence('unit')
    case 'household.split':
      return residence('unit').map((field) => ({ ...field, required: false }))
    case 'household.merge':
      return [INTO]
    case 'person.move':
      return residence('unit', 'household', 'role', 'relation')
    case 'person.register':
      return KINDS.person.filter(({ name }) => registration.includes(name)).map((field) => ({ ...field, required: field.name !== 'registrationBook' }))
    default:
      return []
  }
}

/** Who stays behind, and whether their head is among those who go. `who`: the person, where the deed is one person's. */
export function leftBehind(deed: DeedWord, members: readonly Member[], state: DeedState, who: number | null): { staying: readonly Member[]; needsHead: boolean } {
  const goes = (person: number) => (deed === 'household.split' ? state.leaving.includes(person) : person === who)
  // Who is registered elsewhere lives where they did.
  const staying = deed === 'household.split' || (who !== null && deed !== 'person.register') ? members.filter(({ person }) => !goes(person)) : []
  return { staying, needsHead: staying.length > 0 && members.some(({ person, relation }) => relation === 'HEAD' && goes(person)) }
}

/** What still has to be said: a key of the translations; empty when nothing is. */
export function obstacleOf(deed: DeedWord, members: readonly Member[], state: DeedState, who: number | null): string {
  if (fieldsOf(deed).some(({ name, required }) => required && (state.draft[name] ?? null) === null)) return 'deed.obstacle.fields'
  const { staying, needsHead } = leftBehind(deed, members, state, who)
  if (deed === 'household.split') {
    if (state.leaving.length === 0) return 'deed.obstacle.nobody'
    if (staying.length === 0) return 'deed.obstacle.everybody'
    if (state.head === null || !state.leaving.includes(state.head)) return 'deed.obstacle.head'
  }
  return needsHead && !staying.some(({ person }) => person === state.newHead) ? 'deed.obstacle.newHead' : ''
}

export function bodyOf(deed: DeedWord, members: readonly Member[], state: DeedState, who: number | null): Values {
  const said = Object.fromEntries(Object.entries(state.draft).filter(([, value]) => value !== null && value !== undefined))
  const newHead = leftBehind(deed, members, state, who).needsHead ? { newHead: state.newHead } : {}
  switch (deed) {
    case 'household.split':
      return { members: state.leaving, head: state.head, ...newHead, ...said }
    case 'person.move':
      return { residence: said, ...newHead }
    case 'person.register':
      return { values: said }
    case 'person.leave':
    case 'person.die':
      return newHead
    default:
      return said
  }
}
