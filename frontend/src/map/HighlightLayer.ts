// Lights up one building or a few: the hovered one, the chosen one. Drawn from the tiles that are already here.
import type { VectorTiles } from './VectorTiles'
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

/** CSS pixels. */
const TOO_SMALL = 34
const WIDTH = 3

interface Ink {
  readonly fill: string
  readonly line: string
}

const CHOSEN: Ink = { fill: 'rgba(18, 102, 122, 0.22)', line: ACCENT }
const LIT: Ink = { fill: 'rgba(255, 214, 92, 0.5)', line: '#b45309' }

export class HighlightLayer extends ViewCanvas {
  private lit: Spot | null = null
  private chosen: Spot | null = null
  private many: readonly number[] = []

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

  chooseAll(ids: readonly number[]): void {
    this.many = ids
    this.refresh()
  }

  protected override draw(frame: ViewFrame): void {
    if (this.chosen) this.drawSpot(frame, this.chosen, CHOSEN)
    for (const id of this.many) if (id !== this.chosen?.id) this.drawPieces(frame, id, CHOSEN)
    if (this.lit && this.lit.id !== this.chosen?.id) this.drawSpot(frame, this.lit, LIT)
  }

  private drawSpot(frame: ViewFrame, spot: Spot, ink: Ink): void {
    if (this.drawPieces(frame, spot.id, ink) < TOO_SMALL) this.drawRing(frame, spot, ink.line)
  }

  /** Answers the longer side of what is seen of it, CSS pixels. */
  private drawPieces(frame: ViewFrame, id: number, { fill, line }: Ink): number {
    const { context } = frame
    let seen = 0
    for (const { tile, feature } of this.buildings.pieces(id)) {
      const { scale } = tile
      const dx = tile.left + frame.dx
      const dy = tile.top + frame.dy
      const { minX, minY, maxX, maxY } = feature.box
      seen = Math.max(seen, (maxX - minX) * scale, (maxY - minY) * scale)
      context.save()
      // Each tile shows its own square only: beyond it lies the cut of its buffer.
      context.beginPath()
      context.rect(dx - 0.5, dy - 0.5, EXTENT * scale + 1, EXTENT * scale + 1)
      context.clip()
      context.beginPath()
      for (const part of feature.parts) tracePart(context, part, scale, dx, dy)
      context.lineJoin = 'round'
      context.strokeStyle = '#fff'
      context.lineWidth = WIDTH + 3
      context.stroke()
      context.fillStyle = fill
      context.fill('evenodd')
      context.strokeStyle = line
      context.lineWidth = WIDTH
      context.stroke()
      context.restore()
    }
    return seen
  }

  /** Leads the eye to a building that is too small to catch it, or whose tile is not here yet. */
  private drawRing({ context, zoom, dx, dy }: ViewFrame, spot: Spot, line: string): void {
    const world = L.CRS.EPSG3857.latLngToPoint(L.latLng(spot.lat, spot.lon), zoom)
    context.beginPath()
    context.arc(world.x + dx, world.y + dy, 19, 0, Math.PI * 2)
    context.strokeStyle = '#fff'
    context.lineWidth = 6
    context.stroke()
    context.strokeStyle = line
    context.lineWidth = 3
    context.stroke()
  }
}
