// What would bring back what was believed before a write: the inverse verbs, or why there are none. Pure.
import type { Edit, ThingVersion, Values, Verb } from '@/api/things'
import { same } from './draft'
import { shared, withoutAll, type Span } from './days'
import { believed } from './history'
import { KINDS, type ThingWord } from './kinds'

export interface UndoStep {
  readonly verb: Verb
  readonly edit: Omit<Edit, 'why'>
}

/**
 * The steps from `after` back to `before`, each a correction, since the write was wrong. null where the register cannot be led back: a
 * masked field was written (what it held is not known here), or days were cut out of the middle.
 */
export function undoSteps(kind: ThingWord, before: readonly ThingVersion[], after: readonly ThingVersion[], written: Values): UndoStep[] | null {
  if (KINDS[kind].some(({ name, masked }) => masked && name in written)) return null
  const [then, now] = [believed(before), believed(after)]
  const [firstThen, firstNow, lastThen, lastNow] = [then[0], now[0], then.at(-1), now.at(-1)]
  if (!firstNow || !lastNow) return null
  if (!firstThen || !lastThen) return [{ verb: 'withdraw', edit: {} }]
  const whole: Span = { from: firstThen.from, to: lastThen.to }
  const restated = firstThen.from !== firstNow.from || lastThen.to !== lastNow.to
  // Days missing between: drawing out the ends does not fill them.
  if (holes(then) !== holes(now)) return null
  const steps: UndoStep[] = restated ? [{ verb: 'correct', edit: whole }] : []
  return [...steps, ...valueSteps(kind, then, now)]
}

function valueSteps(kind: ThingWord, then: readonly ThingVersion[], now: readonly ThingVersion[]): UndoStep[] {
  const steps: { span: Span; values: Record<string, unknown> }[] = []
  for (const old of then) {
    for (const version of now) {
      const both = shared(old, version)
      if (!both) continue
      const values = Object.fromEntries(KINDS[kind].filter(({ name }) => !same(old.values[name], version.values[name])).map(({ name }) => [name, old.values[name] ?? null]))
      if (Object.keys(values).length === 0) continue
      const last = steps.at(-1)
      if (last && last.span.to === both.from && same(last.values, values)) last.span = { from: last.span.from, to: both.to }
      else steps.push({ span: both, values })
    }
  }
  return steps.map(({ span, values }) => ({ verb: 'correct', edit: { ...span, values } }))
}

function holes(versions: readonly ThingVersion[]): number {
  const [first, last] = [versions[0], versions.at(-1)]
  return first && last ? withoutAll({ from: first.from, to: last.to }, versions).length : 0
}
