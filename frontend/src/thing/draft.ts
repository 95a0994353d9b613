// What somebody is writing of a thing: text of each field that was touched, checked as it is typed. Pure.
import type { Values } from '@/api/things'
import { isCreditCode, isDay, readDocument } from './codes'
import { isShape, KINDS, type Field, type ThingWord } from './kinds'

/** By field, only those touched: what the service would get. null is "nothing". */
export type Draft = Readonly<Record<string, unknown>>

/** What is wrong with a field: a key of the translations, with its values. */
export interface Fault {
  readonly key: string
  readonly values?: Readonly<Record<string, string>>
}

const WHOLE = /^-?\d{1,9}$/
const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/
const MOST_CHARACTERS = 500

/** Text as people type it, as the field's JSON; what cannot be read stays text, and is a fault. */
export function readTyped({ type }: Field, typed: string): unknown {
  const text = typed.trim()
  if (text === '') return null
  if (type === 'WHOLE') return WHOLE.test(text) ? Number(text) : text
  if (type === 'NUMBER') return NUMBER.test(text) ? Number(text) : text
  if (type === 'LIST') return text.split(/[;\uff1b\n]/u).map((item) => item.trim()).filter(Boolean)
  return text
}

/** A field's JSON as text to be typed over. */
export function typedText(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Only what differs from what is held. A masked field that was touched always differs. */
export function changed(kind: ThingWord, held: Values | null, draft: Draft): Draft {
  return Object.fromEntries(
    KINDS[kind]
      .filter(({ name, masked }) => name in draft && (masked || !same(draft[name], held?.[name])))
      .map(({ name }) => [name, draft[name]]),
  )
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** Every fault that can be seen from here, by field. The service looks again. */
export function faultsOf(kind: ThingWord, held: Values | null, draft: Draft): Record<string, Fault> {
  const faults: Record<string, Fault> = {}
  for (const field of KINDS[kind]) {
    const fault = faultOf(field, field.name in draft ? draft[field.name] : held?.[field.name], held === null || field.name in draft)
    if (fault) faults[field.name] = fault
  }
  if (kind === 'person') Object.assign(faults, personFaults(held ?? {}, draft))
  const { creditCode } = draft
  if (kind === 'organisation' && typeof creditCode === 'string' && !isCreditCode(creditCode)) faults.creditCode = { key: 'edit.fault.creditCode' }
  return faults
}

function faultOf(field: Field, value: unknown, isAsked: boolean): Fault | null {
  if (!isAsked) return null
  if (value === null || value === undefined) return field.required ? { key: 'edit.fault.missing' } : null
  switch (field.type) {
    case 'WHOLE':
      return typeof value === 'number' ? null : { key: 'edit.fault.whole' }
    case 'NUMBER':
      return typeof value === 'number' ? null : { key: 'edit.fault.number' }
    case 'DATE':
      return isDay(typedText(value)) ? null : { key: 'edit.fault.day' }
    case 'TEXT':
      return typedText(value).length > MOST_CHARACTERS ? { key: 'edit.fault.long' } : null
    default:
      return null
  }
}

/** A document's number proves birth date and sex where it carries them, and needs its kind; nobody is born later than today. */
function personFaults(held: Values, draft: Draft): Record<string, Fault> {
  const now = (name: string) => (name in draft ? draft[name] : held[name])
  const { birthDate } = draft
  const faults: Record<string, Fault> = {}
  if (typeof birthDate === 'string' && isDay(birthDate) && birthDate > todayInShanghai()) faults.birthDate = { key: 'edit.fault.bornLater' }
  const number = now('documentNumber')
  if (typeof number !== 'string') return faults
  const type = now('documentType')
  if (typeof type !== 'string') return { ...faults, documentType: { key: 'edit.fault.documentType' } }
  // What is held is shown with its middle hidden, which proves nothing.
  if (!('documentNumber' in draft)) return faults
  const document = readDocument(type, number)
  if (!document) return { ...faults, documentNumber: { key: type === 'CITIZEN_ID' ? 'edit.fault.citizenId' : 'edit.fault.document' } }
  const proven = document.birthDate
  if (typeof birthDate === 'string' && proven !== null && birthDate !== proven) faults.birthDate = { key: 'edit.fault.birthDate', values: { day: proven } }
  else if (typeof birthDate === 'string' && document.shortBirth !== null && birthDate.replaceAll('-', '').slice(2) !== document.shortBirth) {
    faults.birthDate = { key: 'edit.fault.birthDate', values: { day: document.shortBirth } }
  }
  const sex = now('sex')
  if (sex && document.sex && sex !== document.sex) faults.sex = { key: 'edit.fault.sex' }
  return faults
}

function todayInShanghai(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

/** Fields that a form can write: all but shapes, which are drawn. */
export function writable(kind: ThingWord): Field[] {
  return KINDS[kind].filter((field) => !isShape(field))
}
