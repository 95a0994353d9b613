// Draws a polygon on the map: click or Space sets a corner, double click or Enter closes, Backspace takes one back, Esc leaves.
// With the keyboard the corner is set at the cross in the middle of the map, which the arrow keys move.
import L from 'leaflet'
import type { Polygon } from 'geojson'
import type { Position } from '@/api/types'
import { EMPTY_DRAFT, faultOf, polygonOf, withPoint, withoutLast, type Draft, type DraftFault } from './draft'
import { ACCENT } from './theme'

export interface DrawEvents {
  onChange: (points: number, fault: DraftFault | null) => void
  onDone: (area: Polygon) => void
  onCancel: () => void
}

const LINE: L.PathOptions = { color: ACCENT, weight: 2.5, fillColor: ACCENT, fillOpacity: 0.12, pane: 'draft', interactive: false }

export class DrawTool {
  private draft: Draft = EMPTY_DRAFT
  private readonly shape: L.Polygon
  private readonly corners: L.LayerGroup
  private readonly pointer: L.Polyline
  private active = false

  constructor(
    private readonly map: L.Map,
    private readonly events: DrawEvents,
  ) {
    this.shape = L.polygon([], LINE)
    this.corners = L.layerGroup()
    this.pointer = L.polyline([], { ...LINE, dashArray: '5 5', fill: false })
  }

  get isActive(): boolean {
    return this.active
  }

  start(): void {
    if (this.active) this.stop()
    this.active = true
    this.draft = EMPTY_DRAFT
    this.map.doubleClickZoom.disable()
    for (const layer of [this.shape, this.corners, this.pointer]) layer.addTo(this.map)
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
    for (const layer of [this.shape, this.corners, this.pointer]) layer.remove()
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
    if (faultOf(this.draft)) {
      this.show()
      return
    }
    const area = polygonOf(this.draft)
    this.stop()
    this.events.onDone(area)
  }

  cancel(): void {
    this.stop()
    this.events.onCancel()
  }

  private add(place: L.LatLng): void {
    const { lat, lng } = place.wrap()
    this.draft = withPoint(this.draft, [lng, lat])
    this.show()
  }

  private show(): void {
    const places = this.draft.points.map(([lon, lat]: Position) => L.latLng(lat, lon))
    const fault = faultOf(this.draft)
    this.shape.setLatLngs(places)
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
