// Shows the shape of an open form, and, while it is being edited, a handle on each of its corners and a smaller one on each side.
// It changes nothing itself: what a hand does is told as an edit, and what comes of it is shown.
import L from 'leaflet'
import type { Position } from '@/api/types'
import { middleOf } from '@/shape/nearest'
import { edgesOf, sameAt, verticesOf, type Shape, type VertexAt } from '@/shape/vertices'
import { placeOn } from '@/thing/shape'
import { ACCENT } from './theme'

export interface ShapeEvents {
  onMove: (at: VertexAt, place: Position) => void
  onInsert: (at: VertexAt, place: Position) => void
  onSelect: (at: VertexAt | null) => void
  onDelete: (at: VertexAt) => void
  /** A key was pressed on the map; `cross`: the place in its middle. Answers whether it meant something. */
  onKey: (key: ShapeKey, cross: Position) => void
}

export type ShapeKey = 'next' | 'previous' | 'set' | 'insert' | 'delete' | 'undo' | 'finish' | 'leave'

/** More handles than this are neither drawn nor aimed at: the map asks for a closer look. */
const MOST_HANDLES = 250
const WRONG = '#c0392b'
const KEYS: Readonly<Record<string, ShapeKey>> = {
  n: 'next',
  p: 'previous',
  ' ': 'set',
  i: 'insert',
  Delete: 'delete',
  u: 'undo',
  Backspace: 'undo',
  Enter: 'finish',
  Escape: 'leave',
}

export class ShapeTool {
  private readonly line = L.geoJSON(undefined, { interactive: false })
  private readonly handles = L.layerGroup()
  private shape: Shape | null = null
  private selected: VertexAt | null = null
  private isWrong = false
  private events: ShapeEvents | null = null

  constructor(private readonly map: L.Map) {}

  get isActive(): boolean {
    return this.events !== null
  }

  /** Only to be looked at; null: nothing. `partNames`: written on its parts, in their order. */
  show(shape: Shape | null, partNames: readonly string[] = []): void {
    this.stop()
    this.shape = shape
    this.drawLine()
    if (shape?.type !== 'MultiPolygon') return
    partNames.forEach((name, i) => {
      const part = shape.coordinates[i]
      if (part) L.tooltip({ permanent: true, direction: 'center', className: 'part-name', pane: 'draft', content: name }).setLatLng(middleOfPart(part as Position[][])).addTo(this.line)
    })
  }

  start(events: ShapeEvents): void {
    this.stop()
    this.events = events
    this.handles.addTo(this.map)
    this.map.on('moveend', this.drawHandles, this).on('click', this.onClick)
    this.map.getContainer().classList.add('is-drawing')
    document.addEventListener('keydown', this.onKeyDown, true)
    this.map.getContainer().focus({ preventScroll: true })
  }

  /** What has become of the shape. */
  update(shape: Shape, selected: VertexAt | null, isWrong: boolean): void {
    this.shape = shape
    this.selected = selected
    this.isWrong = isWrong
    this.drawLine()
    this.drawHandles()
  }

  private stop(): void {
    this.events = null
    this.isWrong = false
    this.selected = null
    this.handles.clearLayers().remove()
    this.map.off('moveend', this.drawHandles, this).off('click', this.onClick)
    this.map.getContainer().classList.remove('is-drawing')
    document.removeEventListener('keydown', this.onKeyDown, true)
  }

  private drawLine(): void {
    this.line.clearLayers().remove()
    if (!this.shape) return
    const colour = this.isWrong ? WRONG : ACCENT
    this.line.options.style = () => ({ color: colour, weight: 3, fillColor: colour, fillOpacity: 0.14, pane: 'draft', className: 'shape-shown', interactive: false })
    this.line.options.pointToLayer = (_, place) => L.circleMarker(place, { pane: 'draft', radius: 8, color: '#fff', weight: 3, fillColor: colour, fillOpacity: 1, interactive: false })
    this.line.addData({ type: 'Feature', properties: {}, geometry: this.shape } as never)
    this.line.addTo(this.map)
  }

  private drawHandles(): void {
    this.handles.clearLayers()
    const { shape, events } = this
    if (!shape || !events) return
    const seen = this.map.getBounds().pad(0.1)
    const isSeen = ([lon, lat]: Position) => seen.contains([lat, lon])
    const vertices = verticesOf(shape).filter(({ place }) => isSeen(place))
    if (vertices.length > MOST_HANDLES) return
    for (const edge of edgesOf(shape)) {
      const middle = middleOf(edge)
      if (isSeen(middle) && this.isLongEnough(edge.from, edge.to)) this.addHandle(middle, 'shape-middle', (place) => events.onInsert(edge.at, place), () => events.onInsert(edge.at, middle))
    }
    for (const { at, place } of vertices) {
      const isSelected = this.selected !== null && sameAt(at, this.selected)
      const handle = this.addHandle(place, isSelected ? 'shape-corner is-selected' : 'shape-corner', (there) => events.onMove(at, there), () => events.onSelect(isSelected ? null : at))
      handle.on('contextmenu', (event) => {
        L.DomEvent.stop(event)
        events.onDelete(at)
      })
    }
  }

  private isLongEnough([ax, ay]: Position, [bx, by]: Position): boolean {
    return this.map.latLngToContainerPoint([ay, ax]).distanceTo(this.map.latLngToContainerPoint([by, bx])) > 44
  }

  private addHandle([lon, lat]: Position, kind: string, onDrop: (place: Position) => void, onPress: () => void): L.Marker {
    // The icon is larger than the dot in it, so that a finger finds it.
    const icon = L.divIcon({ className: `shape-handle ${kind}`, iconSize: [30, 30], html: document.createElement('i') })
    const handle = L.marker([lat, lon], { icon, draggable: true, keyboard: false, pane: 'draft', autoPan: true, bubblingMouseEvents: false })
    handle.on('click', onPress)
    handle.on('dragend', () => {
      const { lat: toLat, lng: toLon } = handle.getLatLng()
      onDrop([toLon, toLat])
    })
    return handle.addTo(this.handles)
  }

  /** A point has one place: where it is pressed. Elsewhere a press beside the handles lets go of the corner. */
  private readonly onClick = (event: L.LeafletMouseEvent): void => {
    if (this.shape?.type === 'Point') this.events?.onMove([], [event.latlng.lng, event.latlng.lat])
    else this.events?.onSelect(null)
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement | null
    if (target?.closest('input, textarea, select, button, [role="combobox"]')) return
    const key = (event.ctrlKey || event.metaKey) && event.key === 'z' ? 'undo' : KEYS[event.key]
    if (!key || ((event.ctrlKey || event.metaKey) && key !== 'undo')) return
    event.preventDefault()
    event.stopPropagation()
    const { lat, lng } = this.map.getCenter()
    this.events?.onKey(key, [lng, lat])
  }
}

function middleOfPart(coordinates: Position[][]): L.LatLngTuple {
  const [lon, lat] = placeOn({ type: 'Polygon', coordinates })
  return [lat, lon]
}
