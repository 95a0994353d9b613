// Turns a building's chart into one table: entrances side by side, floors from top to bottom, aligned across entrances. Pure.
import type { BuildingChart, ChartUnit } from '@/api/types'

export interface ChartTable {
  /** One per entrance, with as many columns as its widest floor needs. */
  readonly entrances: readonly { key: string; name: string | null; columns: number }[]
  readonly floors: readonly { floor: string; cells: readonly (readonly (ChartUnit | null)[])[] }[]
  readonly units: number
}

export function chartTable(chart: BuildingChart): ChartTable {
  const entrances = [...chart.entrances].sort((a, b) => a.ordinal - b.ordinal)
  const shown = entrances.map(({ id, name, floors }, i) => ({
    key: id === null ? `none-${i}` : String(id),
    name,
    columns: Math.max(1, ...floors.map(({ units }) => units.length)),
  }))
  const floors = floorOrder(entrances.flatMap((entrance) => entrance.floors.map(({ floor }) => String(floor ?? ''))))
  return {
    entrances: shown,
    floors: floors.map((floor) => ({
      floor,
      cells: entrances.map((entrance, i) => {
        const units = entrance.floors.find((own) => String(own.floor ?? '') === floor)?.units ?? []
        const columns = shown[i]?.columns ?? units.length
        return Array.from({ length: columns }, (_, column) => units[column] ?? null)
      }),
    })),
    units: entrances.reduce((sum, { floors: own }) => sum + own.reduce((all, { units }) => all + units.length, 0), 0),
  }
}

/** Highest first; basements (B1, -1) below the ground; what is no number comes last. */
export function floorOrder(floors: readonly string[]): string[] {
  return [...new Set(floors)].sort((a, b) => levelOf(b) - levelOf(a) || a.localeCompare(b))
}

function levelOf(floor: string): number {
  const basement = /^B(\d+)$/i.exec(floor)
  if (basement) return -Number(basement[1])
  const level = parseFloat(floor)
  return Number.isNaN(level) ? -Infinity : level
}
