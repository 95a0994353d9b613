// What of a shape a form or a card needs. Pure.
import type { Geometry } from 'geojson'
import type { Extent, Position } from '@/api/types'
import { labelPoint } from '@/map/geometry'

/** West, south, east, north of any shape. */
export function extentOf(shape: Geometry): Extent {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [lon, lat] = part as unknown[]
    if (typeof lon !== 'number' || typeof lat !== 'number') return part.forEach(visit)
    extent[0] = Math.min(extent[0], lon)
    extent[1] = Math.min(extent[1], lat)
    extent[2] = Math.max(extent[2], lon)
    extent[3] = Math.max(extent[3], lat)
  }
  if (shape.type === 'GeometryCollection') throw new TypeError('the register holds no collections of shapes')
  visit(shape.coordinates)
  return extent
}

/** Of how many parts a shape is, and how many holes are in them. */
export function partCounts(shape: Geometry): { parts: number; holes: number } {
  switch (shape.type) {
    case 'Polygon':
      return { parts: 1, holes: shape.coordinates.length - 1 }
    case 'MultiPolygon':
      return { parts: shape.coordinates.length, holes: shape.coordinates.reduce((sum, rings) => sum + rings.length - 1, 0) }
    case 'MultiLineString':
      return { parts: shape.coordinates.length, holes: 0 }
    default:
      return { parts: 1, holes: 0 }
  }
}

/** A place on the shape that tells where it is: within an area where the middle of its longest crossing is, on a line a corner of it. */
export function placeOn(shape: Geometry): Position {
  switch (shape.type) {
    case 'Polygon':
      return placeWithin(shape.coordinates as Position[][])
    case 'MultiPolygon':
      return placeWithin(shape.coordinates[0] as Position[][])
    default: {
      const [west, south, east, north] = extentOf(shape)
      return shape.type === 'LineString' ? (shape.coordinates[Math.floor(shape.coordinates.length / 2)] as Position) : [(west + east) / 2, (south + north) / 2]
    }
  }
}

function placeWithin(rings: readonly Position[][]): Position {
  const parts = rings.map((ring) => Float32Array.from(ring.flatMap(([lon, lat]) => [lon - (rings[0]?.[0]?.[0] ?? 0), lat - (rings[0]?.[0]?.[1] ?? 0)])))
  const [originLon = 0, originLat = 0] = rings[0]?.[0] ?? []
  const lats = (parts[0] ?? new Float32Array()).filter((_, i) => i % 2 === 1)
  const { x, y } = labelPoint(parts, Math.min(...lats), Math.max(...lats))
  return [originLon + x, originLat + y]
}
