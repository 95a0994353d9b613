// A brush on the map: told is where it was pressed, how it moves, once per frame, and that it was let go. The map stays where it is meanwhile.
import L from 'leaflet'
import { stepOf, type Step } from '@/plan/mesh/step'

export interface BrushEvents {
  onStroke: () => void
  /** `perPixel`: steps of latitude a CSS pixel is wide. */
  onSweep: (from: Step, to: Step, perPixel: number) => void
  /** `at`: it was pressed and let go in one place. */
  onLift: (at: Step | null) => void
  onGiveUp: () => void
}

export class Brush {
  private events: BrushEvents | null = null
  private stroke: { pointer: number; x: number; y: number; last: Step; hasMoved: boolean } | null = null
  private waiting = 0
  /** Where the pointer went since the last frame. */
  private way: PointerEvent[] = []

  constructor(private readonly map: L.Map) {}

  get isOn(): boolean {
    return this.events !== null
  }

  get isPressed(): boolean {
    return this.stroke !== null
  }

  use(events: BrushEvents | null): void {
    if ((events === null) === (this.events === null)) return
    this.giveUp()
    this.events = events
    const box = this.map.getContainer()
    box.classList.toggle('is-painting', events !== null)
    const change = events ? box.addEventListener.bind(box) : box.removeEventListener.bind(box)
    change('pointerdown', this.onDown as EventListener, true)
    change('mousedown', this.onPress, true)
    change('touchstart', this.onPress, true)
    // Two presses, one shortly after the other, are two buildings.
    if (events) this.map.doubleClickZoom.disable()
    else this.map.doubleClickZoom.enable()
  }

  giveUp(): void {
    if (!this.stroke) return
    this.end()
    this.events?.onGiveUp()
  }

  private end(): void {
    this.stroke = null
    this.way = []
    cancelAnimationFrame(this.waiting)
    this.waiting = 0
    document.removeEventListener('pointermove', this.onMove)
    document.removeEventListener('pointerup', this.onUp)
    document.removeEventListener('pointercancel', this.onCancel)
  }

  private placeOf(event: MouseEvent): Step {
    const { lat, lng } = this.map.mouseEventToLatLng(event)
    return stepOf([lng, lat])
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || event.shiftKey || this.stroke || (event.target as HTMLElement | null)?.closest('.leaflet-control')) return
    event.stopPropagation()
    event.preventDefault()
    this.map.getContainer().focus({ preventScroll: true })
    this.stroke = { pointer: event.pointerId, x: event.clientX, y: event.clientY, last: this.placeOf(event), hasMoved: false }
    document.addEventListener('pointermove', this.onMove)
    document.addEventListener('pointerup', this.onUp)
    document.addEventListener('pointercancel', this.onCancel)
    this.events?.onStroke()
  }

  private readonly onPress = (event: Event): void => {
    if (this.stroke) event.stopPropagation()
  }

  private readonly onMove = (event: PointerEvent): void => {
    const { stroke } = this
    if (!stroke || event.pointerId !== stroke.pointer) return
    if (!stroke.hasMoved && Math.hypot(event.clientX - stroke.x, event.clientY - stroke.y) < 3) return
    stroke.hasMoved = true
    this.way.push(event)
    this.waiting ||= requestAnimationFrame(() => this.sweep())
  }

  private sweep(): void {
    this.waiting = 0
    const { stroke } = this
    if (!stroke) return
    for (const event of this.way.splice(0)) {
      const to = this.placeOf(event)
      this.events?.onSweep(stroke.last, to, this.perPixel(to))
      stroke.last = to
    }
  }

  /** The map shows ground as wide as high, so a pixel is as many steps of latitude as it is high. */
  private perPixel([, y]: Step): number {
    return (360e8 / (256 * 2 ** this.map.getZoom())) * Math.cos((y / 1e8) * (Math.PI / 180))
  }

  private readonly onUp = (event: PointerEvent): void => {
    const { stroke } = this
    if (!stroke || event.pointerId !== stroke.pointer) return
    this.sweep()
    this.end()
    this.events?.onLift(stroke.hasMoved ? null : stroke.last)
  }

  private readonly onCancel = (): void => this.giveUp()
}
