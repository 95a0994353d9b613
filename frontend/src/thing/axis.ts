// The axis of a history: days laid out so that a week years ago and a year of nothing both can be seen. Pure.
import { dayNumber, plusDays, type Span } from './days'

export interface Axis {
  /** Days at which something begins or ends, and today. */
  readonly ticks: readonly { day: string; at: number; isToday: boolean; isLabelled: boolean }[]
  /** Left edge and width in per cent; what has no end runs to the right edge. */
  readonly place: (span: Span) => { left: number; width: number }
}

/** Days drawn for what has no end, so that it does not look as if it ended today. */
const AFTER_DAYS = 120
/** Per cent that the words of a day take. */
const LABEL_WIDTH = 17

/** Between two neighbouring days of interest the width grows with the logarithm of the time. */
export function axisOf(spans: readonly Span[], today: string): Axis {
  const days = [...new Set([...spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])), today])].sort()
  const last = days.at(-1) ?? today
  const edges = [...days, plusDays(last, AFTER_DAYS)]
  const numbers = edges.map(dayNumber)
  const widths = numbers.slice(1).map((number, i) => Math.log2(1 + Math.max(1, number - (numbers[i] ?? number))))
  const least = widths.reduce((sum, width) => sum + width, 0) / 9
  const evened = widths.map((width) => Math.max(width, least))
  const total = evened.reduce((sum, width) => sum + width, 0)
  const ats = [0]
  for (const width of evened) ats.push((ats.at(-1) ?? 0) + (width / total) * 100)

  const at = (day: string) => ats[edges.indexOf(day)] ?? 0
  return {
    ticks: labelled(days.map((day) => ({ day, at: at(day), isToday: day === today }))),
    place: ({ from, to }) => ({ left: at(from), width: (to === null ? 100 : at(to)) - at(from) }),
  }
}

/** Today is always named, other days where their words have room. */
function labelled(ticks: readonly { day: string; at: number; isToday: boolean }[]) {
  const taken = ticks.filter(({ isToday }) => isToday).map(({ at }) => at)
  return ticks.map((tick) => {
    const isLabelled = tick.isToday || taken.every((at) => Math.abs(at - tick.at) >= LABEL_WIDTH)
    if (isLabelled && !tick.isToday) taken.push(tick.at)
    return { ...tick, isLabelled }
  })
}
