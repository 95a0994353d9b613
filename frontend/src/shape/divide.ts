// Cuts an area in two along a line drawn across it, for a building that becomes several. Pure.
import type { Polygon } from 'geojson'
import type { Area, Position } from '@/api/types'
import { onLattice } from './lattice'

export type DivideFault = 'doesNotCross' | 'crossesHole'

/** Each part as an area of its own. */
export function partsOf(area: Area): Polygon[] {
  return area.type === 'Polygon' ? [area] : area.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

/** Where the line enters and leaves: on which side of the ring, where on the line, and the place on the lattice. */
interface Crossing {
  readonly side: number
  readonly along: number
  readonly place: Position
}

/**
 * The area's pieces after the cut. A line may cross several pieces, and one piece more than once; a piece that it does not cross
 * whole stays as it is. The cut's corners are the same on both sides, so that the pieces have neither gap nor overlap.
 */
export function divided(pieces: readonly Polygon[], line: readonly Position[]): Polygon[] | DivideFault {
  const cut = pieces.map((piece) => ({ piece, after: cutAlong(piece, line) }))
  if (cut.some(({ after }) => after === 'crossesHole')) return 'crossesHole'
  const result = cut.flatMap(({ piece, after }) => (typeof after === 'string' ? [piece] : after))
  return result.length > pieces.length ? result : 'doesNotCross'
}

function cutAlong(piece: Polygon, line: readonly Position[]): Polygon[] | DivideFault {
  const [shell = [], ...holes] = piece.coordinates as Position[][]
  const crossings = crossingsOf(shell, line)
  for (let i = 0; i + 1 < crossings.length; i++) {
    const [enter, leave] = [crossings[i] as Crossing, crossings[i + 1] as Crossing]
    const inner = innerOf(line, enter, leave)
    if (!inner || !covers(shell, middleOfPath(inner))) continue
    if (holes.some((hole) => crossingsOf(hole, inner).length > 0)) return 'crossesHole'
    const halves = halvesOf(shell, enter, leave, inner).map((half): Polygon => ({ type: 'Polygon', coordinates: [half, ...holes.filter((hole) => covers(half, hole[0] as Position))] }))
    const rest = [leave.place, ...line.slice(Math.floor(leave.along) + 1)]
    const further = halves.map((half) => ({ half, after: cutAlong(half, rest) }))
    if (further.some(({ after }) => after === 'crossesHole')) return 'crossesHole'
    return further.flatMap(({ half, after }) => (typeof after === 'string' ? [half] : after))
  }
  return 'doesNotCross'
}

/** The line from where it enters to where it leaves, both ends included. */
function innerOf(line: readonly Position[], enter: Crossing, leave: Crossing): Position[] | null {
  const between = line.filter((_, i) => i > enter.along && i < leave.along).map(onLattice)
  const path = [enter.place, ...between, leave.place].filter((place, i, all) => i === 0 || !same(place, all[i - 1] as Position))
  return path.length >= 2 ? path : null
}

function halvesOf(shell: readonly Position[], enter: Crossing, leave: Crossing, inner: readonly Position[]): [Position[], Position[]] {
  const ring = shell.slice(0, -1)
  const walk = (from: Crossing, to: Crossing): Position[] => {
    const corners: Position[] = []
    const isAhead = to.side === from.side && shareOn(shell, to) > shareOn(shell, from)
    if (isAhead) return corners
    for (let i = (from.side + 1) % ring.length; ; i = (i + 1) % ring.length) {
      corners.push(ring[i] as Position)
      if (i === to.side) return corners
    }
  }
  const back = [...inner].reverse()
  return [closedRing([...inner, ...walk(leave, enter)]), closedRing([...back, ...walk(enter, leave)])]
}

/** How far along its side a crossing lies. */
function shareOn(shell: readonly Position[], { side: at, place }: Crossing): number {
  const [x, y] = shell[at] as Position
  return (place[0] - x) ** 2 + (place[1] - y) ** 2
}

function closedRing(places: readonly Position[]): Position[] {
  const ring = places.filter((place, i, all) => !same(place, all[(i + all.length - 1) % all.length] as Position))
  const doubleArea = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] as Position
    return sum + x * nextY - nextX * y
  }, 0)
  if (doubleArea < 0) ring.reverse()
  return [...ring, ring[0] as Position]
}

/** Degrees: what lies so near to the line's beginning is the cut that it goes on from, moved by rounding. */
const NEAR = 3e-8

/** In the order of the line. */
function crossingsOf(ring: readonly Position[], line: readonly Position[]): Crossing[] {
  const found: Crossing[] = []
  for (let l = 0; l + 1 < line.length; l++) {
    for (let side = 0; side + 1 < ring.length; side++) {
      const share = meeting(line[l] as Position, line[l + 1] as Position, ring[side] as Position, ring[side + 1] as Position)
      if (share !== null) {
        const [from, to] = [line[l] as Position, line[l + 1] as Position]
        found.push({ side, along: l + share, place: onLattice([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]) })
      }
    }
  }
  const [startLon, startLat] = line[0] as Position
  return found.filter(({ place: [lon, lat] }) => Math.abs(lon - startLon) > NEAR || Math.abs(lat - startLat) > NEAR).sort((a, b) => a.along - b.along)
}

/** Where on the first stretch (0 to 1) it properly crosses the second; a stretch that only touches does not. */
function meeting(a: Position, b: Position, c: Position, d: Position): number | null {
  const sideC = turn(a, b, c)
  const sideD = turn(a, b, d)
  const sideA = turn(c, d, a)
  const sideB = turn(c, d, b)
  // A corner exactly on the line belongs to one of its two sides only.
  if (sideC > 0 === sideD > 0 || sideA * sideB >= 0) return null
  return sideA / (sideA - sideB)
}

function turn([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax)
}

function middleOfPath(path: readonly Position[]): Position {
  const [[ax, ay], [bx, by]] = [path[0] as Position, path[1] as Position]
  return [(ax + bx) / 2, (ay + by) / 2]
}

/** Even-odd; what lies on the ring may fall either way. */
export function covers(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Position
    const [xj, yj] = ring[j] as Position
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

function same(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1]
}
