// Which part of a divided building has which units: entrance by entrance to begin with, since an entrance cannot be in two. Pure.
import type { Polygon } from 'geojson'
import type { BuildingChart, Position } from '@/api/types'
import { covers } from '@/shape/divide'
import type { Values } from '@/api/things'

/** Units that go together: those of an entrance, or such without one, floor by floor. */
export interface Bundle {
  readonly key: string
  /** null: units that no entrance has. */
  readonly entrance: { readonly id: number; readonly name: string } | null
  readonly units: readonly { readonly id: number; readonly name: string }[]
}

export function bundlesOf(chart: Pick<BuildingChart, 'entrances'>): Bundle[] {
  return chart.entrances.flatMap(({ id, name, floors }): Bundle[] => {
    const units = floors.flatMap(({ units: row }) => row.map((unit) => ({ id: unit.id, name: unit.room })))
    if (id !== null) return [{ key: `entrance-${id}`, entrance: { id, name: name ?? '' }, units }]
    return units.map((unit) => ({ key: `unit-${unit.id}`, entrance: null, units: [unit] }))
  })
}

/** An entrance goes where its door is, what has no door to the first part: somebody looks it over before it is saved. */
export function firstAssignment(bundles: readonly Bundle[], doors: ReadonlyMap<number, Position>, parts: readonly Polygon[]): Record<string, number> {
  return Object.fromEntries(bundles.map(({ key, entrance }) => [key, partOf(entrance ? (doors.get(entrance.id) ?? null) : null, parts)]))
}

function partOf(door: Position | null, parts: readonly Polygon[]): number {
  if (!door) return 0
  const inside = parts.findIndex(({ coordinates }) => covers(coordinates[0] as Position[], door))
  if (inside >= 0) return inside
  // A door stands in the wall, or before it: the nearest corner or side of a part tells.
  const distances = parts.map(({ coordinates }) => Math.min(...(coordinates[0] as Position[]).slice(0, -1).map((from, i) => distance(door, from, (coordinates[0] as Position[])[i + 1] as Position))))
  return distances.indexOf(Math.min(...distances))
}

function distance([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const narrow = Math.cos((y * Math.PI) / 180)
  const [dx, dy] = [(bx - ax) * narrow, by - ay]
  const [px, py] = [(x - ax) * narrow, y - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
  return Math.hypot(px - share * dx, py - share * dy)
}

/** As the service takes it; a part without a name has none. */
export function partsBody(parts: readonly Polygon[], names: readonly string[], bundles: readonly Bundle[], assignment: Readonly<Record<string, number>>): { values: Values; units: number[] }[] {
  return parts.map((geometry, i) => ({
    values: { geometry, ...(names[i]?.trim() ? { name: names[i].trim() } : {}) },
    units: bundles.filter(({ key }) => (assignment[key] ?? 0) === i).flatMap(({ units }) => units.map(({ id }) => id)),
  }))
}
