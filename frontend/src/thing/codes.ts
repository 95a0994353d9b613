// Codes that prove themselves: the documents of persons, the citizen id of GB 11643-1999 among them, the credit code of GB 32100-2015. Pure.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_LENGTH = 18

export interface CitizenId {
  readonly number: string
  /** ISO day. */
  readonly birthDate: string
  readonly sex: 'MALE' | 'FEMALE'
}

/** Also one of 15 digits, from before 1999, which is upgraded: born 19xx. null for anything else. */
export function readCitizenId(text: string): CitizenId | null {
  const typed = text.trim().toUpperCase()
  if (/^\d{15}$/.test(typed)) {
    const digits = `${typed.slice(0, 6)}19${typed.slice(6)}`
    return described(digits + citizenCheck(digits))
  }
  return /^\d{17}[\dX]$/.test(typed) && citizenCheck(typed) === typed[17] ? described(typed) : null
}

function described(number: string): CitizenId | null {
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return isDay(birthDate) ? { number, birthDate, sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' } : null
}

function citizenCheck(number: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return ID_CHECKS.charAt(sum % 11)
}

export interface IdentityDocument {
  /** In the one form it is kept in. */
  readonly number: string
  /** What the number proves; null where it proves nothing. */
  readonly birthDate: string | null
  readonly sex: 'MALE' | 'FEMALE' | null
  /** Month and day and the year's last two digits, which the old foreigners' id proves alone. */
  readonly shortBirth: string | null
}

const DOCUMENTS: Readonly<Record<string, RegExp>> = {
  CITIZEN_ID: /^[1-7](\d{14}|\d{16}[\dX])$/,
  HK_MACAO_TAIWAN_PERMIT: /^([HM]\d{8}(\d{2})?|\d{8})$/,
  RESIDENCE_PERMIT_HMT: /^8[123]0000\d{11}[\dX]$/,
  PASSPORT: /^(?=.*\d)[A-Z0-9]{5,14}$/,
  FOREIGN_RESIDENT_ID: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
  OTHER: /^.+$/,
}

/** As the service has it in gis/code/IdentityDocument; null where no such document has this number. */
export function readDocument(type: string, typed: string): IdentityDocument | null {
  const number = folded(typed)
  if (!DOCUMENTS[type]?.test(number)) return null
  const isForeign = type === 'FOREIGN_RESIDENT_ID'
  if (type === 'CITIZEN_ID' || type === 'RESIDENCE_PERMIT_HMT' || (isForeign && number.startsWith('9'))) {
    const id = readCitizenId(number)
    return id && { ...id, shortBirth: null }
  }
  return { number, birthDate: null, sex: null, shortBirth: isForeign ? number.slice(7, 13) : null }
}

/** Half-width, capitals, without spaces. */
function folded(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, '')
    .toUpperCase()
}

/** All 18 characters are of the alphabet (without I, O, S, V, Z), and the last one checks the others. */
export function isCreditCode(code: string): boolean {
  if (code.length !== CREDIT_LENGTH) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, CREDIT_LENGTH - 1)) {
    const value = CREDIT_ALPHABET.indexOf(character)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31) === code[CREDIT_LENGTH - 1]
}

/** Whether this is a day of the calendar, written 2026-01-31. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
