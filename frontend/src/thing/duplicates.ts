// When what was typed is enough to look for whom it may be, and what is still to be chosen before two are made one. Pure.
import type { MergeSide, MergePreview, Typed } from '@/api/duplicates'

const TOLD_NUMBER = 5

/** A document with most of its number, or a name with a birth date: less fits too many. */
export function isTelling({ name, birthDate, documentType, documentNumber }: Typed): boolean {
  return (Boolean(documentType) && (documentNumber?.trim().length ?? 0) >= TOLD_NUMBER) || (Boolean(name?.trim()) && Boolean(birthDate))
}

/** How many answers are missing: fields that differ, and days with two main residences. */
export function unanswered(preview: MergePreview, choose: Readonly<Record<string, MergeSide>>, mains: readonly (number | null)[]): number {
  return (
    preview.fields.filter(({ field, undecided }) => undecided && choose[field] === undefined).length +
    preview.mains.filter((_, i) => (mains[i] ?? null) === null).length
  )
}

/** The units that are main, in the order of the questions: the first answer to a unit stands. */
export function mainsOf(mains: readonly (number | null)[]): number[] {
  return [...new Set(mains.filter((unit): unit is number => unit !== null))]
}
