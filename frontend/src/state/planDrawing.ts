// Who asked for the line or area that is being drawn on the map, when it is the editor of a plan.
import type { LineString, Point, Polygon } from 'geojson'

interface Asker {
  drawn: (drawn: Point | LineString | Polygon) => void
  left: () => void
}

let asker: Asker | null = null

export function askDrawing(next: Asker | null): void {
  asker = next
}

/** false: nobody of a plan asked. */
export function planDrawn(drawn: Point | LineString | Polygon): boolean {
  asker?.drawn(drawn)
  return asker !== null
}

export const planDrawingLeft = (): void => asker?.left()
