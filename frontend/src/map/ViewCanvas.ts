// A canvas over the whole view, with a margin, that follows the map while it moves and zooms and is drawn anew when it rests.
import L from 'leaflet'

export interface ViewFrame {
  readonly context: CanvasRenderingContext2D
  readonly zoom: number
  /** Adds to a world pixel of this zoom to give a canvas position. */
  readonly dx: number
  readonly dy: number
  readonly width: number
  readonly height: number
  /** The part that is on screen without moving. */
  readonly margin: number
}

/** CSS pixels beyond each side of the view, so that a short drag does not show bare ground. */
const MARGIN = 160

export abstract class ViewCanvas extends L.Layer {
  private canvas: HTMLCanvasElement | null = null
  private origin = L.point(0, 0)
  private drawnZoom = 0
  private waiting = 0

  constructor(pane: string) {
    super()
    // Layer itself reads no options from its constructor.
    L.setOptions(this, { pane })
  }

  protected abstract draw(frame: ViewFrame): void

  override onAdd(map: L.Map): this {
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated view-canvas', this.getPane())
    this.canvas.setAttribute('aria-hidden', 'true')
    if (map.getZoom() !== undefined) this.drawNow()
    return this
  }

  override onRemove(): this {
    cancelAnimationFrame(this.waiting)
    this.waiting = 0
    this.canvas?.remove()
    this.canvas = null
    return this
  }

  override getEvents(): { [name: string]: L.LeafletEventHandlerFn } {
    return {
      moveend: () => this.drawNow(),
      viewreset: () => this.drawNow(),
      resize: () => this.drawNow(),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent
        this.follow(center, zoom)
      },
      // A flight goes through all zooms between without that event.
      zoom: () => this.follow(this._map.getCenter(), this._map.getZoom()),
    }
  }

  /** Draws in the next frame; many calls, one drawing. */
  refresh(): void {
    if (this.waiting !== 0 || !this.canvas) return
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0
      this.drawNow()
    })
  }

  private drawNow(): void {
    const { canvas, _map: map } = this
    if (!canvas || !map) return
    const size = map.getSize()
    const pixelRatio = Math.min(window.devicePixelRatio || 1, 3)
    const width = size.x + 2 * MARGIN
    const height = size.y + 2 * MARGIN
    canvas.width = width * pixelRatio
    canvas.height = height * pixelRatio
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
    this.drawnZoom = map.getZoom()
    this.origin = map.getPixelBounds().getTopLeft().subtract([MARGIN, MARGIN])
    L.DomUtil.setTransform(canvas, map.containerPointToLayerPoint([-MARGIN, -MARGIN]), 1)
    const context = canvas.getContext('2d')
    if (!context) return
    context.scale(pixelRatio, pixelRatio)
    this.draw({ context, zoom: this.drawnZoom, dx: -this.origin.x, dy: -this.origin.y, width, height, margin: MARGIN })
  }

  private follow(centre: L.LatLng, zoom: number): void {
    const { canvas, _map: map } = this
    if (!canvas || !map) return
    const scale = map.getZoomScale(zoom, this.drawnZoom)
    const newOrigin = map
      .project(centre, zoom)
      .subtract(map.getSize().divideBy(2))
      .add(L.DomUtil.getPosition(map.getPanes().mapPane))
      .round()
    L.DomUtil.setTransform(canvas, this.origin.multiplyBy(scale).subtract(newOrigin), scale)
  }
}
