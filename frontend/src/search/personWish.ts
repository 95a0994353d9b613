// Understands when a person is meant: by the whole number of a document, or by its last four characters, with a name or without. Pure.
//   "11010519491231002X" → number;  "002X" → tail;  "002X 张三" or "张三 002X" → tail and name
import type { PersonWish } from '@/api/finding'

// Citizen ids, permits of residents and of foreigners have 18; passports and travel permits begin with a letter.
const NUMBER = /^(?:\d{17}[\dX]|[A-Z]{1,3}\d{6,12})$/
const TAIL = /^\d{3}[\dX]$/
// Written as a range of the script: words of the input, not of the page.
const NAME = /^[\p{Script=Han}·]{2,20}$/u

/** Whether nothing but a person can be meant: places are not asked then. */
export const isWholeNumber = (wish: PersonWish): boolean => wish.documentNumber !== undefined

export function readPersonWish(typed: string): PersonWish | null {
  const words = typed.normalize('NFKC').trim().split(/\s+/)
  const joined = words.join('').toUpperCase()
  if (NUMBER.test(joined)) return { documentNumber: joined }
  const tails = words.filter((word) => TAIL.test(word.toUpperCase()))
  const names = words.filter((word) => NAME.test(word))
  const [tail] = tails
  if (tail === undefined || tails.length > 1 || names.length > 1 || tails.length + names.length !== words.length) return null
  return { documentTail: tail.toUpperCase(), ...(names[0] ? { name: names[0] } : {}) }
}
