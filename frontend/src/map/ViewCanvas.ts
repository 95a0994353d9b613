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
/** A canvas that is drawn often keeps its size for as long as it can: it grows and shrinks by so many CSS pixels. */
const SIZE_STEP = 128

/** World pixels of a zoom. */
export type Extent = readonly [x0: number, y0: number, x1: number, y1: number]

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

  /** Around all that will be drawn, if that is less than the whole view: the less there is, the faster it is drawn and laid over the map. */
  protected extent?(zoom: number): Extent

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

  protected drawNow(): void {
    const { canvas, _map: map } = this
    if (!canvas || !map) return
    this.drawnZoom = map.getZoom()
    const view = map.getPixelBounds()
    const corner = view.getTopLeft()
    const { min: origin, max } = this.drawn(view)
    const { x: width, y: height } = max.subtract(origin)
    this.origin = origin
    L.DomUtil.setTransform(canvas, map.containerPointToLayerPoint(origin.subtract(corner)), 1)
    const context = canvas.getContext('2d')
    if (!context) return
    const pixelRatio = Math.min(window.devicePixelRatio || 1, 3)
    resize(canvas, width, height, pixelRatio)
    context.save()
    context.scale(pixelRatio, pixelRatio)
    context.clearRect(0, 0, width, height)
    this.draw({ context, zoom: this.drawnZoom, dx: -origin.x, dy: -origin.y, width, height, margin: MARGIN })
    context.restore()
  }

  /** The part of the view, with its margin, that the canvas covers. */
  private drawn(view: L.Bounds): { min: L.Point; max: L.Point } {
    const whole = { min: view.getTopLeft().subtract([MARGIN, MARGIN]), max: view.getBottomRight().add([MARGIN, MARGIN]) }
    const extent = this.extent?.(this.drawnZoom)
    if (!extent) return whole
    const [x0, y0, x1, y1] = extent
    const min = L.point(Math.max(x0, whole.min.x), Math.max(y0, whole.min.y)).floor()
    const sizeOf = (length: number): number => Math.max(1, Math.ceil(length / SIZE_STEP)) * SIZE_STEP
    return { min, max: min.add([sizeOf(Math.min(x1, whole.max.x) - min.x), sizeOf(Math.min(y1, whole.max.y) - min.y)]) }
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

/** A size that is set, even to what it was, makes a canvas anew. */
function resize(canvas: HTMLCanvasElement, width: number, height: number, pixelRatio: number): void {
  const [across, down] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)]
  if (canvas.width !== across) canvas.width = across
  if (canvas.height !== down) canvas.height = down
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
}
