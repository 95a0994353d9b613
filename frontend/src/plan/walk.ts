// From one fault to the next, and from one building in no grid to the next.
import { map } from '@/state/page'
import { editing, faults, open, strays } from './open'

export function faultAt(by: 1 | -1): void {
  const { length } = faults.value
  if (length === 0) return
  goToFault((editing.fault < 0 ? (by > 0 ? 0 : length - 1) : editing.fault + by + length) % length)
}

export function goToFault(n: number): void {
  const fault = faults.value[n]
  if (!fault) return
  editing.fault = n
  editing.grid = fault.grids.find((id) => open.value?.drawing.mesh.faces.has(id)) ?? null
  map.value?.flyTo([fault.lon, fault.lat], 18)
}

let lastStray = -1

export function nextStray(): void {
  const tally = open.value?.drawing.tally
  if (!tally) return
  const next = strays.value.find((building) => building > lastStray) ?? strays.value[0]
  if (next === undefined) return
  lastStray = next
  const [x, y] = tally.stock.places[next] ?? [0, 0]
  map.value?.flyTo([x / 1e8, y / 1e8], 18)
}
