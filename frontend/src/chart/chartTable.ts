// Turns a building's chart into one table: entrances side by side, floors from top to bottom, aligned across entrances. Pure.
import type { BuildingChart, ChartUnit } from '@/api/types'

export interface ChartTable {
  /** One per entrance, with as many columns as its widest floor needs. */
  readonly entrances: readonly { key: string; id: number | null; name: string | null; columns: number }[]
  readonly floors: readonly { floor: number; cells: readonly (readonly (ChartUnit | null)[])[] }[]
  readonly units: number
}

export function chartTable(chart: BuildingChart): ChartTable {
  const entrances = [...chart.entrances].sort((a, b) => a.ordinal - b.ordinal)
  const shown = entrances.map(({ id, name, floors }, i) => ({
    key: id === null ? `none-${i}` : String(id),
    id,
    name,
    columns: Math.max(1, ...floors.map(({ units }) => units.length)),
  }))
  const levels = new Set(entrances.flatMap(({ floors }) => floors.map(({ floor }) => floor)))
  return {
    entrances: shown,
    floors: [...levels]
      .sort((a, b) => b - a)
      .map((floor) => ({
        floor,
        cells: entrances.map((entrance, i) => {
          const units = entrance.floors.find((own) => own.floor === floor)?.units ?? []
          return Array.from({ length: shown[i]?.columns ?? 0 }, (_, column) => units[column] ?? null)
        }),
      })),
    units: unitsOf(chart).length,
  }
}

export function unitsOf({ entrances }: BuildingChart): ChartUnit[] {
  return entrances.flatMap(({ floors }) => floors.flatMap(({ units }) => units))
}
