// Where the years begin along the slider of days. Pure.
import { dayNumber } from '@/thing/days'

/** Per cent that the words of a year take; nearer ones are left out. */
const LEAST_GAP = 8

export function yearMarks(first: string, last: string): { year: number; at: number }[] {
  const [start, end] = [dayNumber(first), dayNumber(last)]
  const marks: { year: number; at: number }[] = []
  for (let year = Number(first.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year++) {
    const at = ((dayNumber(`${year}-01-01`) - start) / Math.max(1, end - start)) * 100
    if (at - (marks.at(-1)?.at ?? -LEAST_GAP) >= LEAST_GAP) marks.push({ year, at })
  }
  return marks
}
