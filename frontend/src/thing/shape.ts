// What of a shape a form or a card needs. Pure.
import type { Geometry } from 'geojson'
import type { Extent } from '@/api/types'

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
