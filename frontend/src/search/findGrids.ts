// Grids with a number: those in view, and only if there is none, those of the whole register.
import { listGrids, type Day } from '@/api/register'
import type { Extent, Grid } from '@/api/types'

/** More than a choice list can usefully show. */
const MOST = 50

export interface FoundGrids {
  readonly grids: Grid[]
  readonly inView: boolean
}

export async function findGridsByNumber(number: string, view: Extent, asOf: Day, signal?: AbortSignal): Promise<FoundGrids> {
  const near = await listGrids({ number, bbox: view, asOf, limit: MOST }, signal)
  if (near.items.length > 0) return { grids: near.items, inView: true }
  const all = await listGrids({ number, asOf, limit: MOST }, signal)
  return { grids: all.items, inView: false }
}
