// Codes that prove themselves: the citizen id of GB 11643-1999, the credit code of GB 32100-2015. Pure.

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
