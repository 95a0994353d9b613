// Draws a point, a line or an area on the map: click or Space sets a corner, double click or Enter ends it, Backspace takes one back,
// Esc leaves. A point is done with its first click.
// Where something draws the hand to it, the corner comes there, and along the same line from the corner before; Alt suspends it.
// With the keyboard the corner is set at the cross in the middle of the map, which the arrow keys move.
import L from 'leaflet'
import type { LineString, Point, Polygon } from 'geojson'
import type { Position } from '@/api/types'
import { degreesOf, stepOf } from '@/plan/mesh/step'
import { wayBetween } from '@/plan/snap/lineSnap'
import { drawnOf, EMPTY_DRAFT, faultOf, withPoint, withoutLast, type Draft, type DraftFault, type DrawKind } from './draft'
import { SNAP_PIXELS, stepsInPixel, type Magnet, type Pull } from './magnet'
import { SNAPPED } from './paintSnap'
import { ACCENT } from './theme'

export interface DrawEvents {
  onChange: (points: number, fault: DraftFault | null) => void
  onDone: (drawn: Point | LineString | Polygon) => void
  onCancel: () => void
}

const LINE: L.PathOptions = { color: ACCENT, weight: 2.5, fillColor: ACCENT, fillOpacity: 0.12, pane: 'draft', interactive: false }

export class DrawTool {
  private draft: Draft = EMPTY_DRAFT
  private kind: DrawKind = 'AREA'
  private magnet: Magnet | null = null
  /** What each press set: how many corners, and what drew it there. */
  private presses: { count: number; pull: Pull | null }[] = []
  private readonly shape: L.Polygon
  private readonly path: L.Polyline
  private readonly corners: L.LayerGroup
  private readonly pointer: L.Polyline
  private readonly pulled: L.LayerGroup
  private active = false

  constructor(
    private readonly map: L.Map,
    private readonly events: DrawEvents,
  ) {
    this.shape = L.polygon([], LINE)
    this.path = L.polyline([], { ...LINE, fill: false })
    this.corners = L.layerGroup()
    this.pointer = L.polyline([], { ...LINE, dashArray: '5 5', fill: false })
    this.pulled = L.layerGroup()
  }

  get isActive(): boolean {
    return this.active
  }

  start(kind: DrawKind, magnet: Magnet | null): void {
    if (this.active) this.stop()
    this.active = true
    this.kind = kind
    this.magnet = magnet
    this.draft = EMPTY_DRAFT
    this.presses = []
    this.map.doubleClickZoom.disable()
    for (const layer of [this.shape, this.path, this.corners, this.pointer, this.pulled]) layer.addTo(this.map)
    this.map.on('click', this.onClick).on('mousemove', this.onMove).on('dblclick', this.onDoubleClick)
    this.map.getContainer().classList.add('is-drawing')
    document.addEventListener('keydown', this.onKey, true)
    this.map.getContainer().focus({ preventScroll: true })
    this.show()
  }

  /** Puts everything away without an answer. */
  stop(): void {
    if (!this.active) return
    this.active = false
    for (const layer of [this.shape, this.path, this.corners, this.pointer, this.pulled]) layer.remove()
    this.map.off('click', this.onClick).off('mousemove', this.onMove).off('dblclick', this.onDoubleClick)
    this.map.getContainer().classList.remove('is-drawing')
    document.removeEventListener('keydown', this.onKey, true)
    // Not at once: the second click of the closing double click is still on its way.
    setTimeout(() => this.map.doubleClickZoom.enable(), 250)
  }

  undo(): void {
    this.draft = withoutLast(this.draft, this.presses.pop()?.count)
    this.show()
  }

  finish(): void {
    if (faultOf(this.draft, this.kind)) {
      this.show()
      return
    }
    const drawn = drawnOf(this.draft, this.kind)
    this.stop()
    this.events.onDone(drawn)
  }

  cancel(): void {
    this.stop()
    this.events.onCancel()
  }

  private add(place: L.LatLng, isFree: boolean): void {
    const pull = this.pullAt(place, isFree)
    const before = this.draft.points.length
    for (const corner of this.wayTo(place, pull)) this.draft = withPoint(this.draft, corner)
    const count = this.draft.points.length - before
    if (count > 0) this.presses.push({ count, pull })
    this.show()
    if (this.kind === 'POINT') this.finish()
  }

  private pullAt(place: L.LatLng, isFree: boolean): Pull | null {
    const { lat, lng } = place.wrap()
    return isFree || !this.magnet ? null : this.magnet(stepOf([lng, lat]), SNAP_PIXELS * stepsInPixel(this.map))
  }

  /** The corners a press there sets: along the line that the corner before lies on too. */
  private wayTo(place: L.LatLng, pull: Pull | null): Position[] {
    const { lat, lng } = place.wrap()
    if (!pull) return [[lng, lat]]
    const before = this.presses.at(-1)?.pull
    const way = before && before.lineId === pull.lineId ? wayBetween(pull.line, before.at, pull.at) : []
    return [...way, pull.at].map(degreesOf)
  }

  private showPull(pull: Pull | null): void {
    this.pulled.clearLayers()
    if (!pull) return
    const at = (step: Pull['at']): L.LatLng => L.latLng(degreesOf(step)[1], degreesOf(step)[0])
    const style = { pane: 'draft', color: SNAPPED, fill: false, interactive: false }
    L.polyline(pull.line.map(at), { ...style, weight: 4, opacity: 0.45 }).addTo(this.pulled)
    L.circleMarker(at(pull.at), { ...style, radius: 9, weight: 2.6 }).bindTooltip(pull.word, { permanent: true, direction: 'right', offset: [10, -8], className: 'snap-word' }).addTo(this.pulled)
  }

  private show(): void {
    const places = this.draft.points.map(([lon, lat]: Position) => L.latLng(lat, lon))
    const fault = faultOf(this.draft, this.kind)
    this.shape.setLatLngs(this.kind === 'AREA' ? places : [])
    this.path.setLatLngs(this.kind === 'LINE' ? places : [])
    this.shape.setStyle({ color: fault === 'crossesItself' ? '#c0392b' : ACCENT })
    this.pointer.setLatLngs([])
    this.showPull(null)
    this.corners.clearLayers()
    for (const place of places) {
      L.circleMarker(place, { pane: 'draft', radius: 5, color: ACCENT, weight: 2, fillColor: '#fff', fillOpacity: 1, interactive: false }).addTo(this.corners)
    }
    this.events.onChange(places.length, fault)
  }

  private readonly onClick = (event: L.LeafletMouseEvent): void => this.add(event.latlng, event.originalEvent.altKey)

  private readonly onDoubleClick = (event: L.LeafletMouseEvent): void => {
    L.DomEvent.stop(event)
    this.finish()
  }

  private readonly onMove = (event: L.LeafletMouseEvent): void => {
    const pull = this.pullAt(event.latlng, event.originalEvent.altKey)
    this.showPull(pull)
    const last = this.draft.points.at(-1)
    if (last) this.pointer.setLatLngs([last, ...this.wayTo(event.latlng, pull)].map(([lon, lat]: Position) => L.latLng(lat, lon)))
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement | null
    if (target?.closest('input, textarea, select, button')) {
      if (event.key !== 'Escape') return
    }
    const act = {
      Enter: () => this.finish(),
      Escape: () => this.cancel(),
      Backspace: () => this.undo(),
      ' ': () => this.add(this.map.getCenter(), false),
    }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
