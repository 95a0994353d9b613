// Of each building the grid that has it; 0: none. Nothing here changes: another with some buildings elsewhere has all other blocks in
// common with the one before, so that edits without end of a city's million buildings take little room and a move of a hand little time.

/** Buildings in a block: a power of two. */
const BITS = 10
const BLOCK = 1 << BITS

/** Of a block, which of its buildings are meant: looked for once, as a block does not change. */
type Asked = WeakMap<Float64Array, readonly number[]>

const strays: Asked = new WeakMap()
/** By the list that is compared with. */
const known = new WeakMap<readonly (number | null)[], Asked>()

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
    let asked = known.get(than)
    if (!asked) known.set(than, (asked = new WeakMap<Float64Array, readonly number[]>()))
    return this.where(asked, (grid, building) => grid !== (than[building] ?? 0))
  }

  /** Buildings in no grid. */
  strays(): number[] {
    return this.where(strays, (grid) => grid === 0)
  }

  private where(asked: Asked, isMeant: (grid: number, building: number) => boolean): number[] {
    return this.blocks.flatMap((block, n) => {
      const kept = asked.get(block)
      if (kept) return kept
      const found: number[] = []
      block.forEach((grid, i) => isMeant(grid, (n << BITS) + i) && found.push((n << BITS) + i))
      asked.set(block, found)
      return found
    })
  }

  *[Symbol.iterator](): Iterator<number> {
    for (const block of this.blocks) yield* block
  }
}
