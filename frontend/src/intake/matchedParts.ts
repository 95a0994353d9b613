import type { Matched, Outcome } from '@/api/imports'

/** One grade: its words, its rows, and the code of the issues that name them; null where nothing was said of them. */
export interface MatchedPart {
  words: string
  count: number
  code: string | null
}

const PARTS: [keyof Matched, string, string | null][] = [
  ['exact', 'intake.matchedExact', null],
  ['alike', 'intake.matchedAlike', 'address.similar'],
  ['ambiguous', 'intake.matchedAmbiguous', 'address.ambiguous'],
  ['unmatched', 'intake.matchedNone', 'address.unmatched'],
]

/** The grades that have rows; none where no row has the text of an address. */
export function matchedParts(matched: Matched, outcome: Pick<Outcome, 'issues'>): MatchedPart[] {
  return PARTS.filter(([grade]) => matched[grade] > 0).map(([grade, words, code]) => ({
    words,
    count: matched[grade],
    code: outcome.issues.some((issue) => issue.code === code) ? code : null,
  }))
}
