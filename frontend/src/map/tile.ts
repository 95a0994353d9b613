// Reads a vector tile (MVT 2.1) into flat arrays that are cheap to draw and to search. Pure: no Leaflet, no DOM.
// Coordinates are tile units, x right and y down; EXTENT of them make one side of the tile.
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export const EXTENT = 4096

export type Properties = Readonly<Record<string, string | number | boolean>>

export interface TileFeature {
  readonly kind: 'point' | 'line' | 'area'
  readonly properties: Properties
  /** One array per point group, line or ring: x0, y0, x1, y1, … Rings are closed. */
  readonly parts: readonly Float32Array[]
  readonly box: Box
}

export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Features by the name of their layer inside the tile. */
export type DecodedTile = ReadonlyMap<string, readonly TileFeature[]>

const KINDS = [null, 'point', 'line', 'area'] as const

export function decodeTile(bytes: Uint8Array): DecodedTile {
  const decoded = new Map<string, TileFeature[]>()
  for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers)) {
    const scale = EXTENT / layer.extent
    const features: TileFeature[] = []
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i)
      const kind = KINDS[feature.type]
      if (!kind) continue
      const parts = feature.loadGeometry().map((points) => {
        const flat = new Float32Array(points.length * 2)
        points.forEach((point, at) => {
          flat[2 * at] = point.x * scale
          flat[2 * at + 1] = point.y * scale
        })
        return flat
      })
      if (parts.length > 0) features.push({ kind, properties: feature.properties, parts, box: boxOf(parts) })
    }
    decoded.set(layer.name, features)
  }
  return decoded
}

export function boxOf(parts: readonly Float32Array[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      const x = part[i] as number
      const y = part[i + 1] as number
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
  }
  return { minX, minY, maxX, maxY }
}

/** The feature's text property, or an empty string. */
export function textOf(feature: TileFeature, name: string): string {
  const value = feature.properties[name]
  return value === undefined ? '' : String(value)
}

/** The feature's number property; absent or unreadable counts as nothing, 0. */
export function numberOf(feature: TileFeature, name: string): number {
  const value = Number(feature.properties[name])
  return Number.isFinite(value) ? value : 0
}
