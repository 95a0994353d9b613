// Days as ISO text, which sorts as it reads; [from, to), to null: no end known. Pure.

export interface Span {
  readonly from: string
  readonly to: string | null
}

const DAY_MILLIS = 86_400_000

export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MILLIS)
}

export function dayOf(number: number): string {
  return new Date(number * DAY_MILLIS).toISOString().slice(0, 10)
}

export function plusDays(day: string, days: number): string {
  return dayOf(dayNumber(day) + days)
}

/** The same day some months on; of a shorter month its last. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return dayOf(Math.round(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())) / DAY_MILLIS))
}

export function shared(one: Span, other: Span): Span | null {
  const from = one.from > other.from ? one.from : other.from
  const to = one.to === null ? other.to : other.to === null || one.to < other.to ? one.to : other.to
  return to === null || from < to ? { from, to } : null
}

export function holds({ from, to }: Span, day: string): boolean {
  return from <= day && (to === null || day < to)
}

/** What is left of a span without another. */
export function without(span: Span, cut: Span): Span[] {
  const both = shared(span, cut)
  if (!both) return [span]
  const rest: Span[] = []
  if (span.from < both.from) rest.push({ from: span.from, to: both.from })
  if (both.to !== null && (span.to === null || both.to < span.to)) rest.push({ from: both.to, to: span.to })
  return rest
}

export function withoutAll(span: Span, cuts: readonly Span[]): Span[] {
  return cuts.reduce<Span[]>((rest, cut) => rest.flatMap((each) => without(each, cut)), [span])
}
