// The map as the rest of the page sees it: in words of the register, without a word of Leaflet.
//
//   const map = new RegisterMap(element, { view: null, home: info.extent, badgeLetter }, events)
//   map.showArea(grid.geometry); map.light({ id, lon, lat }); map.fitTo(grid.bbox)
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { LineString, Point, Polygon } from 'geojson'
import type { Area, Extent, Position } from '@/api/types'
import type { Day } from '@/api/register'
import { Covered } from './Covered'
import { DrawTool } from './DrawTool'
import type { DraftFault, DrawKind } from './draft'
import { HighlightLayer, type Spot } from './HighlightLayer'
import { LabelLayer, type BadgeLetter, type LabelSources } from './LabelLayer'
import type { Magnet } from './magnet'
import { MapPointer, type PointerEvents } from './MapPointer'
import { paintGrids, paintRegions } from './paintBoundaries'
import { paintBuildings } from './paintBuildings'
import { paintContext } from './paintContext'
import { PlanTool } from './PlanTool'
import { ShapeTool, type ShapeEvents } from './ShapeTool'
import { Spotlight } from './Spotlight'
import type { Shape, VertexAt } from '@/shape/vertices'
import { ACCENT } from './theme'
import { VectorTiles, type VectorTilesOptions } from './VectorTiles'

export type { Spot } from './HighlightLayer'
export type { BuildingHint, Here } from './MapPointer'
export type LayerName = keyof LabelSources

export interface View {
  readonly zoom: number
  readonly lon: number
  readonly lat: number
}

export interface MapEvents extends PointerEvents {
  onView: (view: View) => void
  onDraft: (points: number, fault: DraftFault | null) => void
  onDrawn: (drawn: Point | LineString | Polygon) => void
  onDrawCancelled: () => void
  onTileFailure: (failure: unknown) => void
}

export interface MapOptions {
  view: View | null
  home: Extent | null
  /** The day of the first tiles: those of another would be asked for in vain, and seen for a moment. */
  asOf: Day
  badgeLetter: BadgeLetter
}


const PANES: readonly (readonly [name: string, level: number])[] = [
  ['base', 210],
  ['buildings', 220],
  ['boundaries', 230],
  ['spotlight', 240],
  ['highlight', 250],
  ['labels', 260],
  ['plan', 265],
  ['draft', 450],
]

export class RegisterMap {
  private readonly map: L.Map
  private readonly tiles: Record<LayerName, VectorTiles>
  private readonly labels: LabelLayer
  private readonly highlight: HighlightLayer
  private readonly spotlight: Spotlight
  private readonly drawing: DrawTool
  private readonly shaping: ShapeTool
  /** Grids being drawn. */
  readonly plan: PlanTool
  private readonly pointer: MapPointer
  private readonly shown: Record<LayerName, boolean> = { context: true, buildings: true, grids: true, regions: true, addresses: true }
  private pin: L.CircleMarker | null = null
  private moving = false
  private fitting = false
  private readonly covered = new Covered()
  /** Home as it was fitted before anything was known to cover the map; null: done, or somewhere else. */
  private start: View | null = null

  constructor(
    container: HTMLElement,
    private readonly options: MapOptions,
    private readonly events: MapEvents,
  ) {
    this.map = L.map(container, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 9,
      maxZoom: 20,
      zoomAnimationThreshold: 3,
      // Tiles appear when they are painted; fading them makes every step look slow.
      fadeAnimation: false,
    })
    for (const [name, level] of PANES) {
      const pane = this.map.createPane(name)
      pane.style.zIndex = String(level)
      if (level >= 230) pane.style.pointerEvents = 'none'
    }
    this.tiles = {
      context: this.tileLayer({ source: 'context', pane: 'base', fromZoom: 9, paint: paintContext }),
      buildings: this.tileLayer({ source: 'buildings', pane: 'buildings', fromZoom: 14, paint: paintBuildings }),
      grids: this.tileLayer({ source: 'grids', pane: 'boundaries', fromZoom: 12, paint: paintGrids }),
      regions: this.tileLayer({ source: 'regions', pane: 'boundaries', fromZoom: 9, paint: paintRegions }),
      addresses: this.tileLayer({ source: 'addresses', pane: 'base', fromZoom: 18, paint: null }),
    }
    this.setDay(options.asOf)
    this.labels = new LabelLayer(this.tiles, (name) => this.shown[name], options.badgeLetter)
    this.highlight = new HighlightLayer(this.tiles.buildings)
    this.spotlight = new Spotlight(this.map)
    this.drawing = new DrawTool(this.map, {
      onChange: events.onDraft,
      onDone: events.onDrawn,
      onCancel: events.onDrawCancelled,
    })
    this.shaping = new ShapeTool(this.map)
    this.plan = new PlanTool(this.map, () => this.drawing.isActive)
    this.pointer = new MapPointer(
      this.map,
      {
        building: (place) => (this.shown.buildings ? this.tiles.buildings.featureAt(place) : null),
        grid: (place) => (this.shown.grids ? this.tiles.grids.featureAt(place) : null),
        isTaken: () => this.drawing.isActive || this.shaping.isActive || this.plan.isActive,
        light: (spot) => this.light(spot),
      },
      events,
    )
    this.goToStart()
    for (const layer of [...Object.values(this.tiles), this.highlight, this.labels]) layer.addTo(this.map)
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.map)
    this.listen()
  }

  destroy(): void {
    this.drawing.stop()
    this.plan.stop()
    this.map.remove()
  }

  get view(): View {
    const { lat, lng } = this.map.getCenter()
    return { zoom: this.map.getZoom(), lon: lng, lat }
  }

  /** What is on screen, without the part under the panel. */
  get extent(): Extent {
    const size = this.map.getSize()
    const southWest = this.map.containerPointToLatLng([this.covered.left, size.y - this.covered.bottom])
    const northEast = this.map.containerPointToLatLng([size.x, 0])
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat]
  }

  /** CSS pixels at the left and the bottom that the panel covers: places are shown in what remains. */
  setCovered(left: number, bottom: number): void {
    Object.assign(this.covered, { left, bottom })
    if (!left && !bottom) return
    const { start } = this
    this.start = null
    const { zoom, lon, lat } = this.view
    if (start && start.zoom === zoom && start.lon === lon && start.lat === lat) this.fitHome()
  }

  /** CSS pixels at the top that a bar covers; null: the search box alone. */
  setCoveredTop(top: number | null): void {
    this.covered.setTop(top)
  }

  setDay(asOf: Day): void {
    for (const layer of Object.values(this.tiles)) layer.setDay(asOf)
  }

  /** Asks for every tile again: something was written. */
  reload(): void {
    for (const layer of Object.values(this.tiles)) layer.reload()
  }

  setShown(name: LayerName, isShown: boolean): void {
    this.shown[name] = isShown
    const layer = this.tiles[name]
    if (isShown) layer.addTo(this.map)
    else layer.remove()
    this.labels.refresh()
  }

  showArea(area: Area | null, gridCode: string | null = null): void {
    this.spotlight.show(area)
    this.labels.pickedGrid = gridCode
    this.labels.refresh()
  }

  /** Around what was counted of the area shown. */
  showCounted(area: Area | null): void {
    this.spotlight.showCounted(area)
  }

  light(spot: Spot | null): void {
    this.highlight.light(spot)
  }

  choose(spot: Spot | null): void {
    this.highlight.choose(spot)
  }

  /** Several buildings at once, as their ids; they are drawn where their tiles are here. */
  chooseAll(ids: readonly number[]): void {
    this.highlight.chooseAll(ids)
  }

  flyTo([lon, lat]: Position, zoom = Math.max(this.map.getZoom(), 17)): void {
    const target = Math.min(zoom, this.map.getMaxZoom())
    const shift = L.point(-this.covered.left / 2, this.covered.bottom / 2)
    const centre = this.map.unproject(this.map.project([lat, lon], target).add(shift), target)
    this.map.flyTo(centre, target, { duration: 0.6 })
  }

  fitTo([west, south, east, north]: Extent, maxZoom = 18): void {
    const bounds = L.latLngBounds([south, west], [north, east])
    this.atHalfZooms(() => {
      this.map.flyToBounds(bounds, { ...this.covered.padding, maxZoom, duration: 0.6 })
    })
  }

  goHome(): void {
    if (this.options.home) this.fitTo(this.options.home)
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps)
  }

  startDrawing(kind: DrawKind, magnet: Magnet | null = null): void {
    this.drawing.start(kind, magnet)
  }

  undoPoint(): void {
    this.drawing.undo()
  }

  finishDrawing(): void {
    this.drawing.finish()
  }

  cancelDrawing(): void {
    if (this.drawing.isActive) this.drawing.cancel()
  }

  /** The shape of a form, to be looked at; ends an edit. */
  showShape(shape: Shape | null, partNames: readonly string[] = []): void {
    this.shaping.show(shape, partNames)
  }

  editShape(events: ShapeEvents): void {
    this.shaping.start(events)
  }

  updateShape(shape: Shape, selected: VertexAt | null, isWrong: boolean): void {
    this.shaping.update(shape, selected, isWrong)
  }

  /** While on, a click means the place and not what is there. */
  askPlaces(isOn: boolean): void {
    this.pointer.asksPlaces = isOn
    this.map.getContainer().classList.toggle('is-asking', isOn)
  }

  /** A mark on a place; null: none. */
  mark(place: Position | null): void {
    this.pin?.remove()
    this.pin = place && L.circleMarker([place[1], place[0]], { pane: 'draft', radius: 8, color: '#fff', weight: 3, fillColor: ACCENT, fillOpacity: 1, interactive: false }).addTo(this.map)
  }

  /** Brings a place under the cross. */
  panTo([lon, lat]: Position): void {
    this.map.panTo([lat, lon])
  }

  private tileLayer(options: VectorTilesOptions): VectorTiles {
    return new VectorTiles({
      ...options,
      onFailure: this.events.onTileFailure,
      // Later, because the first tiles come while the layers are still being made.
      onProgress: () => queueMicrotask(() => this.tellBusy()),
    })
  }

  private goToStart(): void {
    const { view, home } = this.options
    this.atHalfZooms(() => {
      if (view) this.map.setView([view.lat, view.lon], view.zoom)
      else if (!home) this.map.setView([35, 105], 9)
    })
    if (view || !home) return
    this.fitHome()
    this.start = this.view
  }

  /** Home into what nothing covers; nobody went there, so no address tells it. */
  private fitHome(): void {
    const { home } = this.options
    if (!home) return
    this.fitting = true
    this.atHalfZooms(() => this.map.fitBounds([[home[1], home[0]], [home[3], home[2]]], { ...this.covered.padding, animate: false }))
    this.fitting = false
  }

  /** Fitting may stop half way between two zooms, so that what is fitted fills the view; people's own steps are whole. */
  private atHalfZooms(move: () => void): void {
    this.map.options.zoomSnap = 0.5
    move()
    this.map.options.zoomSnap = 1
  }

  /** For those who wait, by eye or by program: the map is busy while it moves or a tile is on its way. */
  private tellBusy(): void {
    const loading = Object.values(this.tiles).some((layer) => layer.isWaiting)
    this.map.getContainer().setAttribute('aria-busy', String(this.moving || loading))
  }

  private listen(): void {
    this.map.on('movestart zoomstart', () => {
      this.moving = true
      this.tellBusy()
    })
    this.map.on('moveend', () => {
      this.moving = false
      this.tellBusy()
      if (!this.fitting) this.events.onView(this.view)
    })
    for (const layer of Object.values(this.tiles)) {
      layer.on('load tileload', () => {
        this.labels.refresh()
        if (layer === this.tiles.buildings) this.highlight.refresh()
      })
    }
  }
}
