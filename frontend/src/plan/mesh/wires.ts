// Puts segments together to edges: from node to node as far as the same two grids lie beside them.
import { edgeOf, push, type Edge } from './mesh'
import { keyOf, same, type Step } from './step'

export interface Segment {
  readonly a: Step
  readonly b: Step
  readonly left: number
  readonly right: number
}

/** `isNodeElsewhere`: whether edges that are not among these end at a place. Segments with one grid on both sides are no border. */
export function edgesFrom(segments: readonly Segment[], isNodeElsewhere: (key: string) => boolean): Edge[] {
  const borders = segments.filter(({ left, right }) => left !== right)
  const at = new Map<string, Segment[]>()
  for (const segment of borders) {
    push(at, keyOf(segment.a), segment)
    push(at, keyOf(segment.b), segment)
  }
  const isNode = (key: string): boolean => {
    const here = at.get(key) as Segment[]
    const [one, two] = here
    return here.length !== 2 || !one || !two || isNodeElsewhere(key) || !goesOn(one, two, key)
  }
  const used = new Set<Segment>()
  const edges: Edge[] = []
  const walk = (start: Step, first: Segment): void => {
    const chain: Step[] = [start]
    const forward = same(first.a, start)
    let [segment, here]: [Segment | undefined, Step] = [first, start]
    while (segment && !used.has(segment)) {
      used.add(segment)
      here = same(segment.a, here) ? segment.b : segment.a
      chain.push(here)
      const key = keyOf(here)
      if (isNode(key)) break
      const before: Segment = segment
      segment = (at.get(key) as Segment[]).find((other) => other !== before)
    }
    edges.push(forward ? edgeOf(chain, first.left, first.right) : edgeOf(chain, first.right, first.left))
  }
  for (const [key, here] of at) {
    if (!isNode(key)) continue
    for (const segment of here) if (!used.has(segment)) walk(keyOf(segment.a) === key ? segment.a : segment.b, segment)
  }
  for (const segment of borders) if (!used.has(segment)) walk(segment.a, segment)
  return edges
}

function goesOn(one: Segment, two: Segment, key: string): boolean {
  const ends = keyOf(one.b) === key
  const begins = keyOf(two.a) === key
  return ends === begins ? one.left === two.left && one.right === two.right : one.left === two.right && one.right === two.left
}

export function segmentsOf(edges: Iterable<Edge>): Segment[] {
  const segments: Segment[] = []
  for (const { chain, left, right } of edges) for (let i = 1; i < chain.length; i++) segments.push({ a: chain[i - 1] as Step, b: chain[i] as Step, left, right })
  return segments
}
