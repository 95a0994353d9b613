// Draws a point, a line or an area on the map: click or Space sets a corner, double click or Enter ends it, Backspace takes one back,
// Esc leaves. A point is done with its first click.
// With the keyboard the corner is set at the cross in the middle of the map, which the arrow keys move.
import L from 'leaflet'
import type { LineString, Point, Polygon } from 'geojson'
import type { Position } from '@/api/types'
import { drawnOf, EMPTY_DRAFT, faultOf, withPoint, withoutLast, type Draft, type DraftFault, type DrawKind } from './draft'
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
  private readonly shape: L.Polygon
  private readonly path: L.Polyline
  private readonly corners: L.LayerGroup
  private readonly pointer: L.Polyline
  private active = false

  constructor(
    private readonly map: L.Map,
    private readonly events: DrawEvents,
  ) {
    this.shape = L.polygon([], LINE)
    this.path = L.polyline([], { ...LINE, fill: false })
    this.corners = L.layerGroup()
    this.pointer = L.polyline([], { ...LINE, dashArray: '5 5', fill: false })
  }

  get isActive(): boolean {
    return this.active
  }

  start(kind: DrawKind): void {
    if (this.active) this.stop()
    this.active = true
    this.kind = kind
    this.draft = EMPTY_DRAFT
    this.map.doubleClickZoom.disable()
    for (const layer of [this.shape, this.path, this.corners, this.pointer]) layer.addTo(this.map)
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
    for (const layer of [this.shape, this.path, this.corners, this.pointer]) layer.remove()
    this.map.off('click', this.onClick).off('mousemove', this.onMove).off('dblclick', this.onDoubleClick)
    this.map.getContainer().classList.remove('is-drawing')
    document.removeEventListener('keydown', this.onKey, true)
    // Not at once: the second click of the closing double click is still on its way.
    setTimeout(() => this.map.doubleClickZoom.enable(), 250)
  }

  undo(): void {
    this.draft = withoutLast(this.draft)
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

  private add(place: L.LatLng): void {
    const { lat, lng } = place.wrap()
    this.draft = withPoint(this.draft, [lng, lat])
    this.show()
    if (this.kind === 'POINT') this.finish()
  }

  private show(): void {
    const places = this.draft.points.map(([lon, lat]: Position) => L.latLng(lat, lon))
    const fault = faultOf(this.draft, this.kind)
    this.shape.setLatLngs(this.kind === 'AREA' ? places : [])
    this.path.setLatLngs(this.kind === 'LINE' ? places : [])
    this.shape.setStyle({ color: fault === 'crossesItself' ? '#c0392b' : ACCENT })
    this.pointer.setLatLngs([])
    this.corners.clearLayers()
    for (const place of places) {
      L.circleMarker(place, { pane: 'draft', radius: 5, color: ACCENT, weight: 2, fillColor: '#fff', fillOpacity: 1, interactive: false }).addTo(this.corners)
    }
    this.events.onChange(places.length, fault)
  }

  private readonly onClick = (event: L.LeafletMouseEvent): void => this.add(event.latlng)

  private readonly onDoubleClick = (event: L.LeafletMouseEvent): void => {
    L.DomEvent.stop(event)
    this.finish()
  }

  private readonly onMove = (event: L.LeafletMouseEvent): void => {
    const last = this.draft.points.at(-1)
    if (last) this.pointer.setLatLngs([L.latLng(last[1], last[0]), event.latlng])
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
      ' ': () => this.add(this.map.getCenter()),
    }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
}
