// A line that is drawn: where its corners are drawn to, and the way along a road between two of them.
import type { Magnet } from '@/map/magnet'
import { distance, type Step } from '@/plan/mesh/step'
import type { GuideKind, Guides } from './guides'
import { mayMean } from './snap'

/** `guides`: asked for anew each time, null while nothing may draw the hand; `wordOf`: what it says it is. */
export function magnetOf(guides: () => Guides | null, wordOf: (kind: GuideKind) => string): Magnet {
  return (hand, reach) => {
    const found = guides()?.nearest(hand, reach, (kind) => mayMean(kind, reach))
    return found ? { at: found.at, line: found.line, lineId: found.id, word: wordOf(found.kind) } : null
  }
}

/** The corners of a line between two places on it, the shorter way round where it is closed. */
export function wayBetween(line: readonly Step[], from: Step, to: Step): Step[] {
  const ways = [upwards(line, from, to), upwards(line, to, from)?.reverse()].flatMap((way) => (way ? [way.filter((corner) => !same(corner, from) && !same(corner, to))] : []))
  return ways.reduce((best, way) => (length([from, ...way, to]) < length([from, ...best, to]) ? way : best))
}

/** The corners passed from one place to another in the order of the line; null: it ends before. */
function upwards(line: readonly Step[], from: Step, to: Step): Step[] | null {
  const [a, b] = [sideAt(line, from), sideAt(line, to)]
  if (a < b || (a === b && far(line[a] as Step, from) <= far(line[a] as Step, to))) return line.slice(a + 1, b + 1)
  return same(line[0] as Step, line.at(-1) as Step) ? [...line.slice(a + 1), ...line.slice(1, b + 1)] : null
}

/** The side a place is on: the number of the corner it begins at. */
function sideAt(line: readonly Step[], place: Step): number {
  let [best, least] = [0, Infinity]
  for (let i = 1; i < line.length; i++) {
    const off = distance(place, line[i - 1] as Step, line[i] as Step)
    if (off < least) [best, least] = [i - 1, off]
  }
  return best
}

const same = (a: Step, b: Step): boolean => a[0] === b[0] && a[1] === b[1]
const far = (a: Step, b: Step): number => Math.hypot(a[0] - b[0], a[1] - b[1])
const length = (line: readonly Step[]): number => line.slice(1).reduce((sum, step, i) => sum + far(line[i] as Step, step), 0)
