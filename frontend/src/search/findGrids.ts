// Grids with a number: those in view, and only if there is none, those of the whole register.
import { listGrids, type Day } from '@/api/register'
import type { Extent, Grid } from '@/api/types'

/** More than a choice list can usefully show. */
const MOST = 50

export interface FoundGrids {
  readonly grids: Grid[]
  readonly inView: boolean
  /** There are more than are listed here: the number of these is not the number there is. */
  readonly isCut: boolean
}

/** Which sentence goes with the list; each takes number and count. */
export function sentenceFor({ grids, inView, isCut }: FoundGrids): string {
  if (grids.length === 0) return 'grids.none'
  if (isCut) return 'grids.tooMany'
  return inView ? 'grids.several' : 'grids.severalAfar'
}

export async function findGridsByNumber(number: string, view: Extent, asOf: Day, signal?: AbortSignal): Promise<FoundGrids> {
  const near = await listGrids({ number, bbox: view, asOf, limit: MOST }, signal)
  if (near.items.length > 0) return { grids: near.items, inView: true, isCut: near.next !== null }
  const all = await listGrids({ number, asOf, limit: MOST }, signal)
  return { grids: all.items, inView: false, isCut: all.next !== null }
}
