import type { Position } from '@/api/types'

/** Steps of the register's own lattice in a degree: 1e-8 degrees are about 1 mm. */
const STEPS = 1e8

/** The nearest position that can be saved. */
export function onLattice([lon, lat]: Position): Position {
  return [Math.round(lon * STEPS) / STEPS, Math.round(lat * STEPS) / STEPS]
}
