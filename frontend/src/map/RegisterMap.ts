// The map as the rest of the page sees it: in words of the register, without a word of Leaflet.
//
//   const map = new RegisterMap(element, { view: null, home: info.extent, badgeLetter }, events)
//   map.showArea(grid.geometry); map.light({ id, lon, lat }); map.fitTo(grid.bbox)
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import type { Polygon } from 'geojson'
import type { Area, Extent, Position } from '@/api/types'
import type { Day } from '@/api/register'
import { DrawTool } from './DrawTool'
import type { DraftFault } from './draft'
import { HighlightLayer, type Spot } from './HighlightLayer'
import { LabelLayer, type BadgeLetter, type LabelSources } from './LabelLayer'
import { paintGrids, paintRegions } from './paintBoundaries'
import { paintBuildings } from './paintBuildings'
import { paintContext } from './paintContext'
import { Spotlight } from './Spotlight'
import { numberOf, textOf, type TileFeature } from './tile'
import { VectorTiles, type VectorTilesOptions } from './VectorTiles'

export type { Spot } from './HighlightLayer'
export type LayerName = keyof LabelSources

export interface View {
  readonly zoom: number
  readonly lon: number
  readonly lat: number
}

export interface BuildingHint {
  readonly id: number
  readonly name: string
  readonly floors: number
  readonly vacant: number
  readonly unvisited: number
  readonly unlinked: number
  readonly occupied: number
  /** CSS pixels from the map's corner. */
  readonly x: number
  readonly y: number
}

export interface MapEvents {
  onView: (view: View) => void
  onPickBuilding: (spot: Spot) => void
  onPickGrid: (code: string) => void
  onPickNothing: () => void
  onHover: (hint: BuildingHint | null) => void
  onDraft: (points: number, fault: DraftFault | null) => void
  onDrawn: (area: Polygon) => void
  onDrawCancelled: () => void
  onTileFailure: (failure: unknown) => void
}

export interface MapOptions {
  view: View | null
  home: Extent | null
  badgeLetter: BadgeLetter
}

/** From here on a click means the building; further out it means the grid. */
const BUILDING_CLICK_ZOOM = 16

const PANES: readonly (readonly [name: string, level: number])[] = [
  ['base', 210],
  ['buildings', 220],
  ['boundaries', 230],
  ['spotlight', 240],
  ['highlight', 250],
  ['labels', 260],
  ['draft', 450],
]

export class RegisterMap {
  private readonly map: L.Map
  private readonly tiles: Record<LayerName, VectorTiles>
  private readonly labels: LabelLayer
  private readonly highlight: HighlightLayer
  private readonly spotlight: Spotlight
  private readonly drawing: DrawTool
  private readonly shown: Record<LayerName, boolean> = { context: true, buildings: true, grids: true, regions: true, addresses: true }
  private moving = false
  private covered: { left: number; bottom: number } = { left: 0, bottom: 0 }

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
    this.labels = new LabelLayer(this.tiles, (name) => this.shown[name], options.badgeLetter)
    this.highlight = new HighlightLayer(this.tiles.buildings)
    this.spotlight = new Spotlight(this.map)
    this.drawing = new DrawTool(this.map, {
      onChange: events.onDraft,
      onDone: events.onDrawn,
      onCancel: events.onDrawCancelled,
    })
    this.goToStart()
    for (const layer of [...Object.values(this.tiles), this.highlight, this.labels]) layer.addTo(this.map)
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.map)
    this.listen()
  }

  destroy(): void {
    this.drawing.stop()
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
    this.covered = { left, bottom }
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

  light(spot: Spot | null): void {
    this.highlight.light(spot)
  }

  choose(spot: Spot | null): void {
    this.highlight.choose(spot)
  }

  flyTo([lon, lat]: Position, zoom = Math.max(this.map.getZoom(), 17)): void {
    const target = Math.min(zoom, this.map.getMaxZoom())
    const shift = L.point(-this.covered.left / 2, this.covered.bottom / 2)
    const centre = this.map.unproject(this.map.project([lat, lon], target).add(shift), target)
    this.map.flyTo(centre, target, { duration: 0.6 })
  }

  fitTo([west, south, east, north]: Extent): void {
    const bounds = L.latLngBounds([south, west], [north, east])
    this.atHalfZooms(() => {
      this.map.flyToBounds(bounds, {
        paddingTopLeft: [this.covered.left + 24, 72],
        paddingBottomRight: [24, this.covered.bottom + 32],
        maxZoom: 18,
        duration: 0.6,
      })
    })
  }

  goHome(): void {
    if (this.options.home) this.fitTo(this.options.home)
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps)
  }

  startDrawing(): void {
    this.drawing.start()
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
      else if (home) this.map.fitBounds([[home[1], home[0]], [home[3], home[2]]])
      else this.map.setView([35, 105], 9)
    })
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
      this.events.onView(this.view)
    })
    this.map.on('click', (event) => this.pick(event.latlng))
    this.map.on('mouseout movestart', () => this.hoverAt(null))
    let waiting = 0
    this.map.on('mousemove', (event) => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(() => this.hoverAt(event))
    })
    for (const layer of Object.values(this.tiles)) {
      layer.on('load tileload', () => {
        this.labels.refresh()
        if (layer === this.tiles.buildings) this.highlight.refresh()
      })
    }
  }

  private pick(place: L.LatLng): void {
    if (this.drawing.isActive) return
    const building = this.map.getZoom() >= BUILDING_CLICK_ZOOM ? this.buildingAt(place) : null
    if (building) {
      this.events.onPickBuilding({ id: numberOf(building, 'id'), lon: place.lng, lat: place.lat })
      return
    }
    const grid = this.shown.grids ? this.tiles.grids.featureAt(place) : null
    if (grid) this.events.onPickGrid(textOf(grid, 'code'))
    else this.events.onPickNothing()
  }

  private buildingAt(place: L.LatLng): TileFeature | null {
    return this.shown.buildings ? this.tiles.buildings.featureAt(place) : null
  }

  private hoverAt(event: L.LeafletMouseEvent | null): void {
    const mayHover = event && !this.drawing.isActive && this.map.getZoom() >= BUILDING_CLICK_ZOOM
    const building = mayHover ? this.buildingAt(event.latlng) : null
    this.map.getContainer().classList.toggle('is-pointing', building !== null)
    if (!building || !event) {
      this.highlight.light(null)
      this.events.onHover(null)
      return
    }
    const id = numberOf(building, 'id')
    this.highlight.light({ id, lon: event.latlng.lng, lat: event.latlng.lat })
    this.events.onHover({
      id,
      name: textOf(building, 'name'),
      floors: numberOf(building, 'floors'),
      vacant: numberOf(building, 'vacant'),
      unvisited: numberOf(building, 'unvisited'),
      unlinked: numberOf(building, 'unlinked'),
      occupied: numberOf(building, 'occupied'),
      x: event.containerPoint.x,
      y: event.containerPoint.y,
    })
  }
}
