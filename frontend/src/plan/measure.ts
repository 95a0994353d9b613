// How long the outline of a drawn area is, and how large it is; on a sphere, a few parts in a thousand off.
import type { LineString, Point, Polygon } from 'geojson'

export interface Measured {
  readonly metres: number
  readonly squareMetres: number
}

const RADIUS = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

export function measure(drawn: Point | LineString | Polygon): Measured {
  const line = drawn.type === 'Polygon' ? (drawn.coordinates[0] ?? []) : drawn.type === 'LineString' ? drawn.coordinates : []
  const middle = Math.cos(radians(line[0]?.[1] ?? 0))
  let [metres, twice] = [0, 0]
  for (let i = 1; i < line.length; i++) {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [line[i - 1], line[i]]
    metres += RADIUS * Math.hypot(radians(bx - ax) * Math.cos(radians((ay + by) / 2)), radians(by - ay))
    twice += (radians(ax) * radians(by) - radians(bx) * radians(ay)) * middle
  }
  return { metres, squareMetres: drawn.type === 'Polygon' ? Math.abs((twice / 2) * RADIUS * RADIUS) : 0 }
}
