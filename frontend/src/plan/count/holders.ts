// Of each building the grid that has it; 0: none. Nothing here changes: another with some buildings elsewhere has all other blocks in
// common with the one before, so that edits without end of a city's million buildings take little room and a move of a hand little time.

/** Buildings in a block: a power of two. */
const BITS = 10
const BLOCK = 1 << BITS

/** Of a block, which of its buildings another list has elsewhere, and which are in no grid: looked for once, as neither changes. */
const strays = new WeakMap<Float64Array, readonly number[]>()
const known = new WeakMap<Float64Array, { than: readonly (number | null)[]; found: readonly number[] }>()

export class Holders implements Iterable<number> {
  private constructor(private readonly blocks: readonly Float64Array[]) {}

  static of(grids: Float64Array): Holders {
    const blocks: Float64Array[] = []
    for (let first = 0; first < grids.length; first += BLOCK) blocks.push(grids.slice(first, first + BLOCK))
    return new Holders(blocks)
  }

  at(building: number): number {
    return (this.blocks[building >>> BITS] as Float64Array)[building & (BLOCK - 1)] as number
  }

  /** The same with buildings in other grids. */
  with(moves: readonly (readonly [building: number, to: number])[]): Holders {
    const blocks = [...this.blocks]
    const own = new Set<number>()
    for (const [building, to] of moves) {
      const n = building >>> BITS
      if (!own.has(n)) blocks[n] = (blocks[n] as Float64Array).slice()
      own.add(n)
      ;(blocks[n] as Float64Array)[building & (BLOCK - 1)] = to
    }
    return new Holders(blocks)
  }

  /** Buildings that another list has in another grid; null there: in none. */
  elsewhere(than: readonly (number | null)[]): number[] {
    return this.blocks.flatMap((block, n) => {
      const kept = known.get(block)
      if (kept?.than === than) return kept.found
      const found: number[] = []
      block.forEach((grid, i) => grid !== (than[(n << BITS) + i] ?? 0) && found.push((n << BITS) + i))
      known.set(block, { than, found })
      return found
    })
  }

  /** Buildings in no grid. */
  strays(): number[] {
    return this.blocks.flatMap((block, n) => {
      const kept = strays.get(block)
      if (kept) return kept
      const found: number[] = []
      block.forEach((grid, i) => grid === 0 && found.push((n << BITS) + i))
      strays.set(block, found)
      return found
    })
  }

  *[Symbol.iterator](): Iterator<number> {
    for (const block of this.blocks) yield* block
  }
}
