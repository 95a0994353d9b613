// Lights up one building or a few: the hovered one, the chosen one. Drawn from the tiles that are already here.
import { TILE_SIDE, type VectorTiles } from './VectorTiles'
import { EXTENT } from './tile'
import { tracePart } from './path'
import { ACCENT } from './theme'
import { ViewCanvas, type ViewFrame } from './ViewCanvas'
import L from 'leaflet'

export interface Spot {
  readonly id: number
  readonly lon: number
  readonly lat: number
}

export class HighlightLayer extends ViewCanvas {
  private lit: Spot | null = null
  private chosen: Spot | null = null

  constructor(private readonly buildings: VectorTiles) {
    super('highlight')
  }

  /** The building being pointed at, on the map or in a list. */
  light(spot: Spot | null): void {
    if (this.lit?.id === spot?.id) return
    this.lit = spot
    this.refresh()
  }

  choose(spot: Spot | null): void {
    if (this.chosen?.id === spot?.id) return
    this.chosen = spot
    this.refresh()
  }

  protected override draw(frame: ViewFrame): void {
    if (this.chosen) this.drawSpot(frame, this.chosen, 'rgba(18, 102, 122, 0.22)', ACCENT, 3)
    if (this.lit && this.lit.id !== this.chosen?.id) this.drawSpot(frame, this.lit, 'rgba(255, 214, 92, 0.5)', '#b45309', 3)
  }

  private drawSpot(frame: ViewFrame, spot: Spot, fill: string, line: string, width: number): void {
    const { context } = frame
    let found = false
    for (const { coords, feature } of this.buildings.pieces(spot.id)) {
      found = true
      const dx = coords.x * TILE_SIDE + frame.dx
      const dy = coords.y * TILE_SIDE + frame.dy
      const scale = TILE_SIDE / EXTENT
      context.save()
      // Each tile shows its own square only: beyond it lies the cut of its buffer.
      context.beginPath()
      context.rect(dx - 0.5, dy - 0.5, TILE_SIDE + 1, TILE_SIDE + 1)
      context.clip()
      context.beginPath()
      for (const part of feature.parts) tracePart(context, part, scale, dx, dy)
      context.lineJoin = 'round'
      context.strokeStyle = '#fff'
      context.lineWidth = width + 3
      context.stroke()
      context.fillStyle = fill
      context.fill('evenodd')
      context.strokeStyle = line
      context.lineWidth = width
      context.stroke()
      context.restore()
    }
    if (!found || frame.zoom < 16) this.drawPin(frame, spot, line)
  }

  /** Where the building is too small to be seen, or its tile is not here yet. */
  private drawPin({ context, zoom, dx, dy }: ViewFrame, spot: Spot, line: string): void {
    const world = L.CRS.EPSG3857.latLngToPoint(L.latLng(spot.lat, spot.lon), zoom)
    context.beginPath()
    context.arc(world.x + dx, world.y + dy, 9, 0, Math.PI * 2)
    context.strokeStyle = '#fff'
    context.lineWidth = 6
    context.stroke()
    context.strokeStyle = line
    context.lineWidth = 3
    context.stroke()
  }
}
