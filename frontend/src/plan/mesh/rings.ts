// The rings around a face, from the edges beside it; and which ring lies in which.
import { sweep, type Edge } from './mesh'
import { keyOf, turn, type Step } from './step'

/** Polygons as closed rings, the shell first. */
export function polygonsOf(edges: readonly Edge[], face: number): Step[][][] {
  const rings = simpleRings(edges, face)
  const shells = rings.filter(({ area }) => area > 0)
  const polygons = shells.map(({ ring }) => [ring])
  for (const hole of rings.filter(({ area }) => area < 0)) {
    let best = -1
    shells.forEach((shell, i) => {
      if ((best < 0 || shell.area < (shells[best] as Ring).area) && -hole.area < shell.area && lies(hole.ring, shell.ring)) best = i
    })
    polygons[best]?.push(hole.ring)
  }
  return polygons
}

export const shellsOf = (edges: readonly Edge[], face: number): number => simpleRings(edges, face).filter(({ area }) => area > 0).length

/** Whether every hole lies in a shell: a border may leap over an island without crossing anything. */
export function holdsItsHoles(edges: readonly Edge[], face: number): boolean {
  return polygonsOf(edges, face).flat().length === simpleRings(edges, face).length
}

interface Ring {
  readonly ring: Step[]
  readonly area: number
}

function simpleRings(edges: readonly Edge[], face: number): Ring[] {
  const ways: Step[][] = []
  for (const { chain, left, right } of edges) {
    if (left === face && right !== face) ways.push([...chain])
    else if (right === face && left !== face) ways.push([...chain].reverse())
  }
  return cycles(ways).flatMap(cutAtTouches)
}

/** Goes around with the face on the left, at every node taking the sharpest turn to the left. */
export function cycles(ways: readonly (readonly Step[])[]): Step[][] {
  const from = new Map<string, (readonly Step[])[]>()
  for (const way of ways) {
    const key = keyOf(way[0] as Step)
    const there = from.get(key)
    if (there) there.push(way)
    else from.set(key, [way])
  }
  const used = new Set<readonly Step[]>()
  const found: Step[][] = []
  for (const start of ways) {
    if (used.has(start)) continue
    const cycle: Step[] = [start[0] as Step]
    let way: readonly Step[] | undefined = start
    while (way && !used.has(way)) {
      used.add(way)
      for (let i = 1; i < way.length; i++) cycle.push(way[i] as Step)
      const here = way.at(-1) as Step
      const options: (readonly Step[])[] = from.get(keyOf(here)) ?? []
      way = options.length < 2 ? options[0] : leftmost(way.at(-2) as Step, here, options)
    }
    found.push(cycle)
  }
  return found
}

/** The first way met when turning clockwise from where one came from. */
function leftmost(back: Step, here: Step, options: readonly (readonly Step[])[]): readonly Step[] | undefined {
  let best: readonly Step[] | undefined
  for (const way of options) if (!best || isBefore(here, back, way[1] as Step, best[1] as Step)) best = way
  return best
}

/** Whether p comes before q turning clockwise around `here` from `back`. */
function isBefore(here: Step, back: Step, p: Step, q: Step): boolean {
  const half = (to: Step): number => {
    const side = turn(here, back, to)
    if (side !== 0) return side < 0 ? 0 : 2
    const isBack = (back[0] - here[0]) * (to[0] - here[0]) + (back[1] - here[1]) * (to[1] - here[1]) > 0
    return isBack ? 3 : 1
  }
  const [hp, hq] = [half(p), half(q)]
  return hp !== hq ? hp < hq : turn(here, p, q) < 0
}

/** A ring that touches itself at a corner is several. */
function cutAtTouches(cycle: readonly Step[]): Ring[] {
  const rings: Ring[] = []
  const stack: Step[] = []
  const place = new Map<string, number>()
  for (const step of cycle) {
    const key = keyOf(step)
    const before = place.get(key)
    if (before !== undefined) {
      const ring = [...stack.splice(before), step]
      for (const gone of ring) place.delete(keyOf(gone))
      if (ring.length > 3) rings.push({ ring, area: sweep(ring, step) })
    }
    place.set(key, stack.length)
    stack.push(step)
  }
  return rings
}

/** Whether a ring lies in another that it may touch: the first corner that is not on it tells. */
function lies(ring: readonly Step[], shell: readonly Step[]): boolean {
  for (const step of ring) {
    const where = side(step, shell)
    if (where !== 0) return where > 0
  }
  return true
}

/** 1 in the ring, 0 on it, -1 beyond. Exact. */
export function side(p: Step, ring: readonly Step[]): -1 | 0 | 1 {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const met = crossing(p, ring[i - 1] as Step, ring[i] as Step)
    if (met === 0) return 0
    if (met > 0) inside = !inside
  }
  return inside ? 1 : -1
}

/** Of the line from p eastwards with a segment: 1 crosses, 0 p is on the segment, -1 neither. */
export function crossing([px, py]: Step, [ax, ay]: Step, [bx, by]: Step): -1 | 0 | 1 {
  if (ay === by) return py === ay && px >= Math.min(ax, bx) && px <= Math.max(ax, bx) ? 0 : -1
  const low = Math.min(ay, by)
  const high = Math.max(ay, by)
  if (py < low || py > high) return -1
  const across = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  if (across === 0) return 0
  if (py === high) return -1
  return (across > 0) === (by > ay) ? 1 : -1
}
