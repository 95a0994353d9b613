// The grids of a plan on the map, and the hand on them. It changes nothing itself: what a hand or a key does is told.
import L from 'leaflet'
import type { Hold } from '@/plan/drag'
import { edgesOf, isBorder, type Mesh } from '@/plan/mesh/mesh'
import { distance, stepOf, type Step } from '@/plan/mesh/step'
import { Brush, type BrushEvents } from './Brush'
import { DragCanvas, handlesOf, type DragScene } from './DragCanvas'
import { SNAP_PIXELS, stepsInPixel } from './magnet'
import { MeshCanvas, type MeshScene } from './MeshCanvas'

export interface PlanToolEvents extends BrushEvents {
  onPick: (place: Step) => void
  onHold: (hold: Hold | null) => void
  /** `reach`: how many steps around the hand things draw it to them; 0 while Alt is held. */
  onDrag: (hold: Hold, to: Step, reach: number) => void
  onDrop: () => void
  /** The drag is given up. */
  onLetGo: () => void
  onDelete: (at: Step) => void
  /** A key on the map; `cross`: the place in its middle, `reach` as of a drag. Answers whether it meant something. */
  onKey: (event: KeyboardEvent, cross: Step, reach: number) => boolean
}

export type Hand = 'pick' | 'hold' | 'paint'

/** CSS pixels around a handle in which a hand finds it. */
const REACH = 12
const EDGE_REACH = 7

export class PlanTool {
  private readonly ground = new MeshCanvas()
  private readonly top = new DragCanvas()
  private readonly brush: Brush
  private events: PlanToolEvents | null = null
  private mesh: Mesh | null = null
  private grid: number | null = null
  private mayHold = false
  private held: { hold: Hold; x: number; y: number; to: Step; hasMoved: boolean } | null = null
  private waiting = 0

  constructor(
    private readonly map: L.Map,
    private readonly isDrawing: () => boolean,
  ) {
    this.brush = new Brush(map)
  }

  get isActive(): boolean {
    return this.events !== null
  }

  start(events: PlanToolEvents): void {
    this.stop()
    this.events = events
    this.ground.addTo(this.map)
    this.top.addTo(this.map)
    const box = this.map.getContainer()
    box.addEventListener('pointerdown', this.onDown, true)
    box.addEventListener('mousedown', this.onPress, true)
    box.addEventListener('touchstart', this.onPress, true)
    box.addEventListener('pointermove', this.onHover)
    box.addEventListener('contextmenu', this.onMenu, true)
    this.map.on('click', this.onClick)
    document.addEventListener('keydown', this.onKey, true)
  }

  stop(): void {
    if (!this.events) return
    this.brush.use(null)
    this.events = null
    this.mesh = null
    this.letGo()
    this.ground.show(null)
    this.top.show(null)
    this.ground.remove()
    this.top.remove()
    const box = this.map.getContainer()
    box.removeEventListener('pointerdown', this.onDown, true)
    box.removeEventListener('mousedown', this.onPress, true)
    box.removeEventListener('touchstart', this.onPress, true)
    box.removeEventListener('pointermove', this.onHover)
    box.removeEventListener('contextmenu', this.onMenu, true)
    box.classList.remove('is-holding')
    this.map.off('click', this.onClick)
    document.removeEventListener('keydown', this.onKey, true)
  }

  /** What a hand does on the map: nothing but pick, hold borders, or paint. */
  showGround(scene: MeshScene, hand: Hand): void {
    this.mesh = scene.mesh
    this.grid = scene.picked
    this.mayHold = hand === 'hold'
    this.brush.use(hand === 'paint' ? this.events : null)
    this.ground.show(scene)
  }

  showTop(scene: DragScene): void {
    this.top.show(scene)
  }

  private placeOf(event: MouseEvent): Step {
    const { lat, lng } = this.map.mouseEventToLatLng(event)
    return stepOf([lng, lat])
  }

  private get perPixel(): number {
    return stepsInPixel(this.map)
  }

  /** What is under the hand, the handles before the borders. */
  private holdAt(event: MouseEvent): Hold | null {
    const { mesh, grid } = this
    if (!mesh || grid === null || !this.mayHold || this.isDrawing()) return null
    const place = this.placeOf(event)
    const { perPixel } = this
    const far = (at: Step): number => Math.hypot(at[0] - place[0], at[1] - place[1]) / perPixel
    const { corners, middles } = handlesOf(mesh, grid)
    let best: Hold | null = null
    let least = REACH
    for (const { at, isFixed } of corners) if (!isFixed && far(at) < least) [best, least] = [{ kind: 'vertex', at }, far(at)]
    if (best) return best
    for (const { edge, place: n, at } of middles) {
      const [from, to] = [edge.chain[n - 1] as Step, edge.chain[n] as Step]
      if (Math.hypot(from[0] - to[0], from[1] - to[1]) / perPixel > 40 && far(at) < least) [best, least] = [{ kind: 'middle', edge, place: n, at }, far(at)]
    }
    if (best) return best
    for (const edge of edgesOf(mesh, grid)) {
      if (isBorder(mesh, edge)) continue
      for (let i = 1; i < edge.chain.length; i++) {
        if (distance(place, edge.chain[i - 1] as Step, edge.chain[i] as Step) / perPixel < EDGE_REACH) return { kind: 'edge', edge, at: place }
      }
    }
    return null
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const hold = this.holdAt(event)
    if (!hold) return
    event.stopPropagation()
    event.preventDefault()
    this.map.getContainer().focus({ preventScroll: true })
    this.held = { hold, x: event.clientX, y: event.clientY, to: this.placeOf(event), hasMoved: false }
    document.addEventListener('pointermove', this.onMove)
    document.addEventListener('pointerup', this.onUp, { once: true })
    document.addEventListener('keydown', this.onAlt)
    document.addEventListener('keyup', this.onAlt)
  }

  /** The map itself does not move while a border is held. */
  private readonly onPress = (event: Event): void => {
    if (this.held) event.stopPropagation()
  }

  private readonly onMove = (event: PointerEvent): void => {
    const { held } = this
    if (!held) return
    if (!held.hasMoved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 3) return
    held.hasMoved = true
    held.to = this.placeOf(event)
    this.tellSoon(event.altKey)
  }

  private readonly onAlt = (event: KeyboardEvent): void => {
    if (event.key !== 'Alt') return
    // Else it opens the menu of some browsers.
    event.preventDefault()
    if (this.held?.hasMoved) this.tellSoon(event.type === 'keydown')
  }

  /** Once per frame. */
  private tellSoon(isFree: boolean): void {
    const { held } = this
    cancelAnimationFrame(this.waiting)
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0
      if (held && this.held === held) this.events?.onDrag(held.hold, held.to, isFree ? 0 : SNAP_PIXELS * this.perPixel)
    })
  }

  private letGo(): void {
    this.held = null
    cancelAnimationFrame(this.waiting)
    document.removeEventListener('pointermove', this.onMove)
    document.removeEventListener('keydown', this.onAlt)
    document.removeEventListener('keyup', this.onAlt)
  }

  private readonly onUp = (event: PointerEvent): void => {
    const { held } = this
    this.letGo()
    if (!held) return
    if (!held.hasMoved) return this.events?.onHold(held.hold)
    this.events?.onDrag(held.hold, this.placeOf(event), event.altKey ? 0 : SNAP_PIXELS * this.perPixel)
    this.events?.onDrop()
    this.skipClick = true
  }

  /** The click that ends a drag picks nothing. */
  private skipClick = false

  private readonly onClick = (event: L.LeafletMouseEvent): void => {
    if (this.isDrawing() || this.brush.isOn) return
    if (this.skipClick) {
      this.skipClick = false
      return
    }
    if (this.holdAt(event.originalEvent)) return
    this.events?.onPick(stepOf([event.latlng.lng, event.latlng.lat]))
  }

  private readonly onMenu = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const hold = this.holdAt(event)
    if (hold?.kind === 'vertex') this.events?.onDelete(hold.at)
  }

  private readonly onHover = (event: PointerEvent): void => {
    if (this.held || event.buttons !== 0) return
    this.skipClick = false
    this.map.getContainer().classList.toggle('is-holding', this.holdAt(event) !== null)
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement | null
    if (target?.closest('input, textarea, select, [role="dialog"]') || (this.isDrawing() && event.key !== 's')) return
    const isOnButton = target?.closest('button, a') !== null && target?.closest('button, a') !== undefined
    if (isOnButton && (event.key === 'Enter' || event.key === ' ')) return
    if (event.key === 'Escape' && this.brush.isPressed) this.brush.giveUp()
    else if (event.key === 'Escape' && this.held) {
      this.letGo()
      this.events?.onLetGo()
    } else {
      const { lat, lng } = this.map.getCenter()
      if (!this.events?.onKey(event, stepOf([lng, lat]), SNAP_PIXELS * this.perPixel)) return
    }
    event.preventDefault()
    event.stopPropagation()
  }
}
