// Understands how people name a grid. Pure.
//   "12", "012", "12号", "网格12", "第12网格" → number 12;  15 digits → the code, exactly

export type GridWish = { kind: 'number'; number: string } | { kind: 'code'; code: string }

// Written as escapes: words of the input, not of the page. 第, 网格, 号.
const NUMBER = /^(?:\u7b2c)?\s*(?:\u7f51\u683c)?\s*(\d{1,3})\s*(?:\u53f7)?\s*(?:\u7f51\u683c)?$/u

export function readGridWish(typed: string): GridWish | null {
  // Full-width digits come from Chinese input methods.
  const text = typed.normalize('NFKC').trim()
  if (/^\d{15}$/.test(text)) return { kind: 'code', code: text }
  const digits = NUMBER.exec(text)?.[1]
  if (digits === undefined || Number(digits) === 0) return null
  return { kind: 'number', number: String(Number(digits)) }
}

/** The one that can be meant, or null: several are for the user to choose from, never for us to guess. */
export function onlyOne<T>(candidates: readonly T[]): T | null {
  return candidates.length === 1 ? (candidates[0] as T) : null
}
