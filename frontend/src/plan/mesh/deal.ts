// Deals out pieces of grids by the buildings they hold, and refuses what would leave a grid in more parts than it had.
import type { Piece } from './cut'
import { push, type FaultKind } from './mesh'
import { crossing } from './rings'
import { keyOf, type Step } from './step'

/** The buildings of a grid that gives some of them away. */
export interface Giver {
  readonly moving: readonly Step[]
  readonly staying: readonly Step[]
}

interface Beside {
  readonly piece: Piece
  /** Of the border between, in steps. */
  readonly length: number
}

type Neighbours = ReadonlyMap<Piece, readonly Beside[]>

export function dealt(pieces: readonly Piece[], taker: number, givers: ReadonlyMap<number, Giver>): Map<Piece, number> | { fault: FaultKind; at: Step } {
  const beside = neighboursOf(pieces)
  const owners = new Map<Piece, number>()
  for (const piece of pieces) {
    const giver = givers.get(piece.grid)
    if (!giver) {
      owners.set(piece, piece.grid)
      continue
    }
    const goes = giver.moving.find((place) => holds(piece, place))
    const stays = giver.staying.some((place) => holds(piece, place))
    if (goes && stays) return { fault: 'tooClose', at: goes }
    if (goes || stays) owners.set(piece, goes ? taker : piece.grid)
  }
  withEmptyPieces(pieces, owners, beside)
  const reached = spread(pieces.filter(({ grid }) => grid === taker), beside, (piece) => owners.get(piece) === taker)
  const away = pieces.find((piece) => owners.get(piece) === taker && !reached.has(piece))
  if (away) return { fault: 'apart', at: away.inside }
  const torn = tornOff(pieces, owners, beside, taker)
  return torn ? { fault: 'tears', at: torn.inside } : owners
}

/** Ground without a building goes with the piece of its grid it has the longest border with; what lies alone stays. */
function withEmptyPieces(pieces: readonly Piece[], owners: Map<Piece, number>, beside: Neighbours): void {
  const waiting = new Set(pieces.filter((piece) => !owners.has(piece)))
  while (waiting.size > 0) {
    let best: { piece: Piece; length: number; owner: number } | null = null
    for (const piece of waiting) {
      const lengths = new Map<number, number>()
      for (const { piece: other, length } of beside.get(piece) ?? []) {
        const owner = owners.get(other)
        if (owner !== undefined && other.grid === piece.grid) lengths.set(owner, (lengths.get(owner) ?? 0) + length)
      }
      for (const [owner, length] of lengths) if (!best || length > best.length) best = { piece, length, owner }
    }
    if (!best) break
    owners.set(best.piece, best.owner)
    waiting.delete(best.piece)
  }
  for (const piece of waiting) owners.set(piece, piece.grid)
}

/** A piece that stays with a giver and was one ground with another that stays, and no longer is. */
function tornOff(pieces: readonly Piece[], owners: ReadonlyMap<Piece, number>, beside: Neighbours, taker: number): Piece | undefined {
  const grounds = new Set<Piece>()
  const kept = new Set<Piece>()
  for (const piece of pieces) {
    if (piece.grid === taker || grounds.has(piece)) continue
    const ground = spread([piece], beside, (other) => other.grid === piece.grid)
    for (const each of ground) grounds.add(each)
    const staying = [...ground].filter((each) => owners.get(each) === each.grid)
    const [first] = staying
    if (first) for (const each of spread([first], beside, (other) => ground.has(other) && owners.get(other) === other.grid)) kept.add(each)
    const torn = staying.find((each) => !kept.has(each))
    if (torn) return torn
  }
  return undefined
}

function spread(from: readonly Piece[], beside: Neighbours, joins: (piece: Piece) => boolean): Set<Piece> {
  const reached = new Set(from)
  const waiting = [...from]
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    for (const { piece: next } of beside.get(piece) ?? []) {
      if (reached.has(next) || !joins(next)) continue
      reached.add(next)
      waiting.push(next)
    }
  }
  return reached
}

/** Pieces that have a border in common, not a corner alone. */
function neighboursOf(pieces: readonly Piece[]): Neighbours {
  const owner = new Map<string, Piece>()
  const ways = (piece: Piece, each: (a: Step, b: Step) => void): void => {
    for (const cycle of piece.cycles) for (let i = 1; i < cycle.length; i++) each(cycle[i - 1] as Step, cycle[i] as Step)
  }
  for (const piece of pieces) ways(piece, (a, b) => owner.set(`${keyOf(a)},${keyOf(b)}`, piece))
  const found = new Map<Piece, Beside[]>()
  for (const piece of pieces) {
    ways(piece, (a, b) => {
      const other = owner.get(`${keyOf(b)},${keyOf(a)}`)
      if (other && other !== piece) push(found, piece, { piece: other, length: Math.hypot(b[0] - a[0], b[1] - a[1]) })
    })
  }
  return found
}

/** Also on its border, where both sides have it; whose it is then is asked when all is done. */
function holds({ cycles }: Piece, place: Step): boolean {
  let inside = false
  for (const cycle of cycles) {
    for (let i = 1; i < cycle.length; i++) {
      const met = crossing(place, cycle[i - 1] as Step, cycle[i] as Step)
      if (met === 0) return true
      if (met > 0) inside = !inside
    }
  }
  return inside
}
