// Plane geometry on the flat rings of tile.ts: who is hit, where a name goes. Pure.
import type { TileFeature } from './tile'

/** Even-odd over all rings, so holes and several parts need no sorting out. Points on an edge may fall either way. */
export function areaCovers(parts: readonly Float32Array[], x: number, y: number): boolean {
  let inside = false
  for (const ring of parts) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1] as number
      const yj = ring[j + 1] as number
      if (yi > y === yj > y) continue
      const xi = ring[i] as number
      const xj = ring[j] as number
      if (x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    }
  }
  return inside
}

/** The last drawn feature under the point, which is the one that is seen. */
export function hitArea(features: readonly TileFeature[], x: number, y: number): TileFeature | null {
  for (let i = features.length - 1; i >= 0; i--) {
    const feature = features[i] as TileFeature
    const { minX, minY, maxX, maxY } = feature.box
    if (feature.kind !== 'area' || x < minX || x > maxX || y < minY || y > maxY) continue
    if (areaCovers(feature.parts, x, y)) return feature
  }
  return null
}

export interface Weighted {
  readonly x: number
  readonly y: number
  /** Area in square units; holes taken off. */
  readonly weight: number
}

export function centroid(parts: readonly Float32Array[]): Weighted {
  let [doubleArea, sumX, sumY] = [0, 0, 0]
  for (const ring of parts) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number]
      const cross = xj * yi - xi * yj
      doubleArea += cross
      sumX += (xi + xj) * cross
      sumY += (yi + yj) * cross
    }
  }
  if (doubleArea === 0) {
    const first = parts[0]
    return { x: first?.[0] ?? 0, y: first?.[1] ?? 0, weight: 0 }
  }
  return { x: sumX / (3 * doubleArea), y: sumY / (3 * doubleArea), weight: Math.abs(doubleArea) / 2 }
}

/** A point inside, on the level of `y`: the middle of the widest stretch that is covered there. */
export function pointInsideAt(parts: readonly Float32Array[], y: number): { x: number; y: number; width: number } | null {
  const crossings: number[] = []
  for (const ring of parts) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1] as number
      const yj = ring[j + 1] as number
      if (yi > y === yj > y) continue
      const xi = ring[i] as number
      const xj = ring[j] as number
      crossings.push(((xj - xi) * (y - yi)) / (yj - yi) + xi)
    }
  }
  crossings.sort((a, b) => a - b)
  let best: { x: number; y: number; width: number } | null = null
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const from = crossings[i] as number
    const to = crossings[i + 1] as number
    if (!best || to - from > best.width) best = { x: (from + to) / 2, y, width: to - from }
  }
  return best
}

/** Where a name stands well: the centroid if it is covered, else the middle of the widest of three levels. */
export function labelPoint(parts: readonly Float32Array[], minY: number, maxY: number): { x: number; y: number } {
  const middle = centroid(parts)
  if (areaCovers(parts, middle.x, middle.y)) return middle
  let best: { x: number; y: number; width: number } | null = null
  for (const share of [0.5, 0.35, 0.65]) {
    const found = pointInsideAt(parts, minY + (maxY - minY) * share)
    if (found && (!best || found.width > best.width)) best = found
  }
  return best ?? middle
}

/** Joins lines that meet end to end, so that a road cut into pieces is long enough for its name. */
export function joinLines(lines: readonly Float32Array[]): Float32Array[] {
  const open = lines.filter((line) => line.length >= 4).map((line) => Array.from(line))
  for (let joined = true; joined; ) {
    joined = false
    search: for (let a = 0; a < open.length; a++) {
      for (let b = a + 1; b < open.length; b++) {
        const merged = mergeEnds(open[a] as number[], open[b] as number[])
        if (!merged) continue
        open[a] = merged
        open.splice(b, 1)
        joined = true
        break search
      }
    }
  }
  return open.map((line) => Float32Array.from(line))
}

function mergeEnds(a: number[], b: number[]): number[] | null {
  if (meets(a, a.length - 2, b, 0)) return a.concat(b.slice(2))
  if (meets(b, b.length - 2, a, 0)) return b.concat(a.slice(2))
  if (meets(a, a.length - 2, b, b.length - 2)) return a.concat(reversed(b).slice(2))
  if (meets(a, 0, b, 0)) return reversed(a).concat(b.slice(2))
  return null
}

function meets(a: readonly number[], at: number, b: readonly number[], bt: number): boolean {
  return Math.abs((a[at] as number) - (b[bt] as number)) < 1.5 && Math.abs((a[at + 1] as number) - (b[bt + 1] as number)) < 1.5
}

export function reversed(line: ArrayLike<number>): number[] {
  const turned: number[] = []
  for (let i = line.length - 2; i >= 0; i -= 2) turned.push(line[i] as number, line[i + 1] as number)
  return turned
}
