// What pointing at the map means: the building or the grid that is there, or the place itself.
import L from 'leaflet'
import type { Position } from '@/api/types'
import { onLattice } from '@/shape/lattice'
import type { Spot } from './HighlightLayer'
import { numberOf, textOf, type TileFeature } from './tile'

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

export interface Here {
  readonly place: Position
  /** CSS pixels from the map's corner. */
  readonly x: number
  readonly y: number
}

export interface PointerEvents {
  onPickBuilding: (spot: Spot) => void
  onPickGrid: (code: string) => void
  /** Long press, right button, or H at the cross: what can be done at this very place. */
  onHere: (here: Here) => void
  /** A click while places are asked for. */
  onPlace: (place: Position) => void
  onHover: (hint: BuildingHint | null) => void
}

export interface Pointed {
  readonly building: (place: L.LatLng) => TileFeature | null
  readonly grid: (place: L.LatLng) => TileFeature | null
  /** Somebody is drawing: pointing means a corner then. */
  readonly isTaken: () => boolean
  readonly light: (spot: Spot | null) => void
}

/** From here on a click means the building; further out it means the grid. */
const BUILDING_CLICK_ZOOM = 16

export class MapPointer {
  /** While on, a click means the place and not what is there. */
  asksPlaces = false

  constructor(
    private readonly map: L.Map,
    private readonly pointed: Pointed,
    private readonly events: PointerEvents,
  ) {
    map.on('click', (event) => this.pick(event.latlng))
    map.on('contextmenu', (event) => this.tellHere(event.latlng))
    map.getContainer().addEventListener('keydown', (event) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (isPlain && event.key.toLowerCase() === 'h' && event.target === map.getContainer()) this.atCross()
    })
    map.on('mouseout movestart', () => this.hoverAt(null))
    let waiting = 0
    map.on('mousemove', (event) => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(() => this.hoverAt(event))
    })
  }

  private pick(place: L.LatLng): void {
    if (this.pointed.isTaken()) return
    if (this.asksPlaces) return this.events.onPlace(positionOf(place))
    const building = this.map.getZoom() >= BUILDING_CLICK_ZOOM ? this.pointed.building(place) : null
    if (building) {
      this.events.onPickBuilding({ id: numberOf(building, 'id'), lon: place.lng, lat: place.lat })
      return
    }
    const grid = this.pointed.grid(place)
    if (grid) this.events.onPickGrid(textOf(grid, 'code'))
  }

  private atCross(): void {
    const centre = this.map.getCenter()
    if (this.asksPlaces && !this.pointed.isTaken()) this.events.onPlace(positionOf(centre))
    else this.tellHere(centre)
  }

  private tellHere(place: L.LatLng): void {
    if (this.pointed.isTaken()) return
    const { x, y } = this.map.latLngToContainerPoint(place)
    this.events.onHere({ place: positionOf(place), x, y })
  }

  private hoverAt(event: L.LeafletMouseEvent | null): void {
    const mayHover = event && !this.pointed.isTaken() && !this.asksPlaces && this.map.getZoom() >= BUILDING_CLICK_ZOOM
    const building = mayHover ? this.pointed.building(event.latlng) : null
    this.map.getContainer().classList.toggle('is-pointing', building !== null)
    if (!building || !event) {
      this.pointed.light(null)
      this.events.onHover(null)
      return
    }
    const id = numberOf(building, 'id')
    this.pointed.light({ id, lon: event.latlng.lng, lat: event.latlng.lat })
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

function positionOf(place: L.LatLng): Position {
  const { lng, lat } = place.wrap()
  return onLattice([lng, lat])
}
